/** A text as stretches of words that look alike. */
import { equalityDeep } from 'lib0/function';
import type * as Y from 'yjs';
import { z } from 'zod';

const stretch = z.object({ insert: z.unknown(), attributes: z.record(z.string(), z.unknown()).default({}) });
export type Stretch = z.infer<typeof stretch>;

/** Yjs ends a stretch at every mark, also at one that changes nothing; here neighbours that look alike are one. */
export function stretchesOf(text: Y.Text): Stretch[] {
  const whole: Stretch[] = [];
  for (const next of z.array(stretch).parse(text.toDelta())) {
    const last = whole.at(-1);
    if (typeof last?.insert === 'string' && typeof next.insert === 'string' && equalityDeep(last.attributes, next.attributes))
      last.insert += next.insert;
    else whole.push(next);
  }
  return whole;
}

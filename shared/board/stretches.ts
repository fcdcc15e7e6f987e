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

/** How words look, for as long as it goes on: over one stretch or several. `at` and `length` in UTF-16 units, as Yjs counts; something embedded is one. */
interface Look {
  readonly key: string;
  readonly value: unknown;
  readonly at: number;
  length: number;
}

/** Each look once for as long as it goes on, those further on last. */
export function looksOf(stretches: readonly Stretch[]): Look[] {
  const looks: Look[] = [];
  let at = 0;
  let going = new Map<string, Look>();
  for (const { insert, attributes } of stretches) {
    const length = lengthOf(insert);
    const here = new Map<string, Look>();
    for (const [key, value] of Object.entries(attributes)) {
      const before = going.get(key);
      const look = before !== undefined && equalityDeep(before.value, value) ? before : { key, value, at, length: 0 };
      if (look !== before) looks.push(look);
      look.length += length;
      here.set(key, look);
    }
    going = here;
    at += length;
  }
  return looks;
}

export function lengthOf(insert: unknown): number {
  return typeof insert === 'string' ? insert.length : 1;
}

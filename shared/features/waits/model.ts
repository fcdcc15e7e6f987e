/** How long asks wait here: the organisation's figures, nobody's. */
import { z } from 'zod';
import { day } from '../../lib/fields.ts';
import { askLevel } from '../asks/model.ts';
import { blockerKind } from '../system-asks/model.ts';

const wholeDays = z.number().int().positive();

/** Asks about one kind of blocker. */
export const kindWait = z.object({
  kind: blockerKind,
  /** How many asks, down to fives. */
  asks: z.number().int().positive(),
  /** The share that was answered, in twentieths. */
  answered: z.number().min(0).max(1),
  /** Half are answered within so many days; null while that is not known, because too many still wait. */
  days: wholeDays.nullable(),
  /** The last day that counts. */
  to: day,
});
export type KindWait = z.infer<typeof kindWait>;

/** Asks while they wait at one level. */
export const levelWait = z.object({ level: askLevel, days: wholeDays.nullable(), to: day });
export type LevelWait = z.infer<typeof levelWait>;

export const waits = z.object({
  /** Of all kinds that are shown, together; null while none is. */
  all: kindWait.pick({ asks: true, answered: true }).nullable(),
  /** The kind with the most asks first. */
  kinds: z.array(kindWait),
  levels: z.array(levelWait),
});
export type Waits = z.infer<typeof waits>;

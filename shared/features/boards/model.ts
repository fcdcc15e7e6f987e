/** What is known about a board outside its live document: attribution, activity, what moved. */
import { z } from 'zod';
import { instant } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';

/** One row of the projection of a board's elements. */
export const boardElementRow = z.object({
  id,
  kind: z.string(),
  state: z.string(),
  title: z.string(),
  sentence: z.string(),
  /** Who added it and who touched it last, as they show; null for the server itself. */
  addedBy: z.string().nullable(),
  addedAt: instant,
  changedBy: z.string().nullable(),
  changedAt: instant,
  archivedAt: instant.nullable(),
});
export type BoardElementRow = z.infer<typeof boardElementRow>;

/** One thing that happened, ready to be said: the key is `activity.<what>`, the values fill its sentence. */
export const activityEntry = z.object({
  id: z.number().int(),
  at: instant,
  what: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  elementId: id.nullable(),
  mine: z.boolean(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

/** An earlier day of a board, by the last thing it held; `untilThen` for what it was until it was opened anew at that moment. */
export const boardDay = z.object({ seq: z.number().int(), at: instant, untilThen: z.boolean() });
export type BoardDay = z.infer<typeof boardDay>;

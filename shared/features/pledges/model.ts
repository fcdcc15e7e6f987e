/** Pledges: "I will give this, until then" - ends kept, changed or could not, with why, and the team confirms. */
import { z } from 'zod';
import { day, instant, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { personCard } from '../people/model.ts';
import { newsMax, pledgeEnds, pledgeKinds, whatMax, whyMax } from './kinds.ts';

export const pledgeKind = z.enum(pledgeKinds);
export const pledgeEnd = z.enum(pledgeEnds);
export const pledgeState = z.enum(['given', ...pledgeEnd.options]);

/** Where it stands, as the giver told on the way. */
export const pledgeNews = z.object({
  id,
  line: z.string(),
  at: instant,
  /** Its day was moved, in the open. */
  moved: z.object({ from: day.nullable(), to: day.nullable() }).nullable(),
});
export type PledgeNews = z.infer<typeof pledgeNews>;

export const pledge = z.object({
  id,
  initiative: z.object({ id, title: z.string() }),
  person: personCard,
  kind: pledgeKind,
  what: z.string(),
  until: day.nullable(),
  state: pledgeState,
  why: z.string(),
  news: z.array(pledgeNews),
  at: instant,
  endedAt: instant.nullable(),
  /** Who on the team confirmed the end. */
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  mine: z.boolean(),
});
export type Pledge = z.infer<typeof pledge>;

/** Pledges of one kind across the place, as counts; nobody's, so that there is nothing to rank. */
export const pledgeTotal = z.object({
  kind: pledgeKind,
  given: z.number().int(),
  kept: z.number().int(),
  changed: z.number().int(),
  couldNot: z.number().int(),
  /** Nobody has said yet how they ended. */
  open: z.number().int(),
});
export type PledgeTotal = z.infer<typeof pledgeTotal>;

export const pledgeGive = z.object({ id, pledgeId: id, kind: pledgeKind, what: prose(whatMax), until: day.nullable() });
/** `until` as it is keeps the day; another moves it, null takes it away. */
export const pledgeTell = z.object({ id, newsId: id, line: prose(newsMax), until: day.nullable() });
/** Kept needs no words; changed and could not say why. */
export const pledgeFinish = z
  .object({ id, state: pledgeEnd, why: proseOrNothing(whyMax) })
  .refine((end) => end.state === 'kept' || end.why !== '', { error: 'field.required', path: ['why'] });

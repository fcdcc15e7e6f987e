/** Pledges: "I will give this, until then" - ends kept, changed or could not, with why, and the team confirms. */
import { z } from 'zod';
import { day, instant, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { personCard } from '../people/model.ts';

export const pledgeKind = z.enum(['time', 'space', 'cover', 'money', 'introduction', 'equipment', 'data', 'decision']);
export type PledgeKind = z.infer<typeof pledgeKind>;
export const pledgeEnd = z.enum(['kept', 'changed', 'could-not']);
export const pledgeState = z.enum(['given', ...pledgeEnd.options]);

export const pledge = z.object({
  id,
  initiative: z.object({ id, title: z.string() }),
  person: personCard,
  kind: pledgeKind,
  what: z.string(),
  until: day.nullable(),
  state: pledgeState,
  why: z.string(),
  at: instant,
  endedAt: instant.nullable(),
  /** Who on the team confirmed the end. */
  confirmedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  mine: z.boolean(),
});
export type Pledge = z.infer<typeof pledge>;

export const pledgeGive = z.object({ id, pledgeId: id, kind: pledgeKind, what: prose(300), until: day.nullable() });
export const pledgeFinish = z.object({ id, state: pledgeEnd, why: proseOrNothing(500) });

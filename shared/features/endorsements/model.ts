/** Endorsements: "I stand behind this, because..." - named, public in the initiative, nobody else can make or change one. */
import { z } from 'zod';
import { instant, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { personCard } from '../people/model.ts';
import { offices, reasonMax, withdrawnWhyMax } from './offices.ts';

export const office = z.enum(offices);

export const endorsement = z.object({
  initiativeId: id,
  person: personCard,
  office,
  reason: z.string(),
  /** The purpose as it stood when they endorsed it. */
  purpose: z.string(),
  /** The purpose has moved since; the endorser may look again. */
  changedSince: z.boolean(),
  at: instant,
  withdrawnAt: instant.nullable(),
  withdrawnWhy: z.string(),
  mine: z.boolean(),
});
export type Endorsement = z.infer<typeof endorsement>;

export const endorse = z.object({
  id,
  office,
  reason: prose(reasonMax),
  /** The hash of the purpose the endorser read; if it moved meanwhile they are asked to look again. */
  purposeHash: z.string().max(100),
});
export const withdrawEndorsement = z.object({ id, why: proseOrNothing(withdrawnWhyMax) });

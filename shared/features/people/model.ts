/** People: who somebody is here, how their name shows, and their perspectives. */
import { z } from 'zod';
import { email, maybeProse, prose } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { seat, standing } from '../../policy/facts.ts';

export const personStanding = z.enum(['guest', 'member', 'keeper']);

/** How somebody's name shows beside what they write. */
export const nameShown = z.enum(['name', 'role']);
export type NameShown = z.infer<typeof nameShown>;

/** How somebody is in this; several at once, changes any time. In the order the five seats are drawn. */
export const perspective = z.enum(['leading', 'supporting', 'delivering', 'receiving', 'witnessing']);
export type Perspective = z.infer<typeof perspective>;
export const perspectives = z
  .array(perspective)
  .max(5)
  .transform((chosen) => perspective.options.filter((one) => chosen.includes(one)));

/** A person as others see them: `label` is the name or the role, as they chose; the title only when they show it. */
export const personCard = z.object({ id, label: z.string(), group: z.string().nullable(), title: z.string().nullable() });
export type PersonCard = z.infer<typeof personCard>;

/** The words of a person about themselves. */
export const aboutMe = z.object({
  name: prose(80),
  nameShown,
  /** What they do, in their own words: "ward nurse", "carer". Shown when the name is not. */
  roleTitle: maybeProse(80),
  titleShown: z.boolean(),
  siteId: id.nullable(),
  groupIds: z.array(id).max(10),
});
export type AboutMe = z.infer<typeof aboutMe>;
export const aboutMeChange = aboutMe.partial();
export type AboutMeChange = z.infer<typeof aboutMeChange>;

export const me = z.object({
  standing,
  person: aboutMe.extend({ id, label: z.string(), email: z.string().nullable() }).nullable(),
  /** My seat in each initiative I am part of, by initiative id. */
  seats: z.record(z.string(), seat),
  /** What waits for my answer, and notices I have not seen. */
  waiting: z.object({ invitations: z.number().int(), asks: z.number().int(), rooms: z.number().int(), notices: z.number().int() }),
});
export type Me = z.infer<typeof me>;

export const claimRequest = z.object({ email });

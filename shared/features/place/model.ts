/** The place: its name and its own lists of groups and sites. */
import { z } from 'zod';
import { prose } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';

/** Which side of the table a group sits on; co-owners are suggested from two groups. */
export const groupSide = z.enum(['staff', 'community']);
export type GroupSide = z.infer<typeof groupSide>;

export const group = z.object({ id, name: prose(80), side: groupSide, archived: z.boolean() });
export type Group = z.infer<typeof group>;
export const site = z.object({ id, name: prose(80), archived: z.boolean() });
export type Site = z.infer<typeof site>;

export const place = z.object({
  name: z.string(),
  /** A demo place says so on every page. */
  demo: z.boolean(),
  /** People who have not signed in may read. */
  openToRead: z.boolean(),
  /** Nobody keeps this place yet: the first to sign up will. */
  keeperWanted: z.boolean(),
  groups: z.array(group),
  sites: z.array(site),
  /** Another way to sign in, by OpenID Connect. */
  oidc: z.object({ id: z.string(), label: z.string() }).nullable(),
  /** In a demo on this machine: people to try it as, one tap. */
  tryAs: z.array(z.object({ personId: id, label: z.string(), note: z.string() })),
});
export type Place = z.infer<typeof place>;

export const placeChange = z.object({ name: prose(80), openToRead: z.boolean() }).partial();
export type PlaceChange = z.infer<typeof placeChange>;

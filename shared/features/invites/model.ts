/** Invites: a link or its QR code that lets somebody in without an account. The secret travels in the fragment; only its hash is kept. */
import { z } from 'zod';
import { instant, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { perspectives } from '../people/model.ts';

/** What an invite can give; never more than member. */
export const inviteGives = z.enum(['reader', 'commenter', 'member']);

export const inviteRequest = z.object({
  /** The initiative it leads into; null for the place alone. */
  initiativeId: id.nullable(),
  gives: inviteGives.default('member'),
  /** Where it hangs, so that it can be found and ended again: "poster on ward 4". */
  label: proseOrNothing(80),
  days: z.coerce.number().int().min(1).max(90).default(7),
  maxUses: z.coerce.number().int().min(1).max(500).default(30),
});
export type InviteRequest = z.infer<typeof inviteRequest>;

export const invite = z.object({
  id,
  initiativeId: id.nullable(),
  gives: inviteGives,
  label: z.string(),
  uses: z.number().int(),
  maxUses: z.number().int(),
  expiresAt: instant,
  revokedAt: instant.nullable(),
  mine: z.boolean(),
});
export type Invite = z.infer<typeof invite>;

export const inviteSecret = z.string().regex(/^[A-Za-z0-9_-]{32,64}$/, 'field.id');

/** What the page behind a link says before anybody joins. */
export const inviteLook = z.object({
  placeName: z.string(),
  initiative: z.object({ id, title: z.string(), purpose: z.string() }).nullable(),
  invitedBy: z.string(),
  gives: inviteGives,
});
export type InviteLook = z.infer<typeof inviteLook>;

/** The name is asked of those who are not signed in; somebody signed in comes as who they are. */
export const inviteRedeem = z.object({
  secret: inviteSecret,
  name: proseOrNothing(80),
  groupId: id.nullable().default(null),
  perspectives: perspectives.default([]),
});
export type InviteRedeem = z.infer<typeof inviteRedeem>;

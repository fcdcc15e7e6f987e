/** What the policy needs to know about a person and a thing; plain data, loaded by the server, sent to the screen. */
import { z } from 'zod';

/** Who is looking: nobody signed in, a guest who came by an invite link, somebody with an account, or a keeper of the place. */
export const standing = z.enum(['visitor', 'guest', 'member', 'keeper']);
export type Standing = z.infer<typeof standing>;

/** How somebody is in one initiative. */
export const seat = z.enum(['co-owner', 'member', 'commenter', 'reader']);
export type Seat = z.infer<typeof seat>;

export const facts = z.object({
  standing,
  /** The viewer's seat in the initiative the thing belongs to; null when they have none, or it belongs to none. */
  seat: seat.nullable().default(null),
  /** The thing is the viewer's own. */
  own: z.boolean().default(false),
  /** The thing (invitation, ask) was put to the viewer. */
  addressed: z.boolean().default(false),
  /** Co-owners of the initiative besides the viewer. */
  otherCoOwners: z.number().int().nonnegative().default(0),
  /** The place lets people who have not signed in read. */
  openToRead: z.boolean().default(false),
  /** The thing has ended and takes no more changes of this kind. */
  ended: z.boolean().default(false),
});
export type Facts = z.infer<typeof facts>;

/** Facts with everything but the standing left at "no". */
export function factsOf(known: z.input<typeof facts>): Facts {
  return facts.parse(known);
}

/** Rooms to test: a sponsor's written cover to try something. Asked for or offered, accepted by the team, revocable at once. */
import { z } from 'zod';
import { day, instant, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { personCard } from '../people/model.ts';
import { callMeMax, learnedMax, messageMax, roomStands, roomStates, safeCount, safeMax, whatMax, whereMax, whyMax } from './states.ts';

export const roomState = z.enum(roomStates);
export const roomStand = z.enum(roomStands);

/** What a cover says. All of it is needed: half a cover covers nobody. */
export const roomWords = z.object({
  what: prose(whatMax),
  where: prose(whereMax),
  until: day,
  safe: z.array(prose(safeMax)).length(safeCount),
  callMe: prose(callMeMax),
});
export type RoomWords = z.infer<typeof roomWords>;

export const room = z.object({
  id,
  initiative: z.object({ id, title: z.string() }),
  /** The sponsor: who offers it, or who was asked. */
  person: personCard,
  state: roomState,
  stand: roomStand,
  /** Null while it is only asked for. */
  words: roomWords.nullable(),
  /** Raised each time the words change; an acceptance names the one it read. */
  version: z.number().int(),
  /** What it said before, the latest first. */
  earlier: z.array(roomWords.extend({ at: instant })),
  /** Who on the team asked for it, and for what; null when it was offered unasked. */
  asked: z.object({ by: z.string(), message: z.string(), at: instant }).nullable(),
  offeredAt: instant.nullable(),
  acceptedBy: z.string().nullable(),
  acceptedAt: instant.nullable(),
  /** Whether it has ever been accepted. */
  covered: z.boolean(),
  /** Declined, taken back or finished: when, and why. */
  closedAt: instant.nullable(),
  why: z.string(),
  learned: z.object({ text: z.string(), by: z.string(), at: instant, mine: z.boolean() }).nullable(),
  /** The tests of change it covers: ids of cards on the board. */
  tests: z.array(z.object({ elementId: id, title: z.string() })),
  /** The viewer is its sponsor. */
  mine: z.boolean(),
});
export type Room = z.infer<typeof room>;

export const roomAsk = z.object({
  id,
  roomId: id,
  personId: id,
  message: prose(messageMax),
  /** The test it is asked for; it is joined to that card at once. */
  elementId: id.nullable().default(null),
});

/** The sponsor's own words: "I answer for it." Without them there is no cover. */
const answersForIt = z.literal(true, { error: 'rooms.answer-for-it-needed' });

export const roomOffer = roomWords.extend({ id, roomId: id, answersForIt });
/** `version` is the one the sponsor read; when it has moved meanwhile they look again. */
export const roomWrite = roomWords.extend({ id, version: z.number().int().nonnegative(), answersForIt });
export const roomAccept = z.object({ id, version: z.number().int().positive() });
export const roomBecause = z.object({ id, why: prose(whyMax) });
export const roomFinish = z.object({ id, why: proseOrNothing(whyMax) });
export const roomLearn = z.object({ id, learned: prose(learnedMax) });
export const roomTest = z.object({ id, elementId: id });

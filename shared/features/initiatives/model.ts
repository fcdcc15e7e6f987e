/** Initiatives: what we are changing together; seats, perspectives and invitations, never assignments. */
import { z } from 'zod';
import { day, instant, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { seat } from '../../policy/facts.ts';
import { personCard, perspective, perspectives } from '../people/model.ts';

/** Any order, back again is fine. */
export const initiativeState = z.enum(['kindling', 'thinking-time', 'active', 'resting', 'learned']);
export type InitiativeState = z.infer<typeof initiativeState>;

export const purposeLimit = 300;

export const light = z.object({
  /** Made on the device: lighting twice lights once. */
  id,
  sparkIds: z.array(id).min(1, 'field.required').max(20),
  title: prose(120),
  /** Who will be better off, and how: one sentence. */
  purpose: prose(purposeLimit),
  forWhom: prose(200),
  siteIds: z.array(id).max(30).default([]),
  perspectives,
  /** People asked to be co-owners; two groups are suggested, nobody is required. */
  inviteIds: z.array(id).max(20).default([]),
});
export type Light = z.infer<typeof light>;

export const member = z.object({ person: personCard, seat, perspectives: z.array(perspective), joinedAt: instant, mine: z.boolean() });
export type Member = z.infer<typeof member>;

/** One of the five seats: who sits there, or an empty chair. */
export const perspectiveSeat = z.object({ perspective, people: z.array(personCard) });

export const initiativeCard = z.object({
  id,
  title: z.string(),
  purpose: z.string(),
  forWhom: z.string(),
  state: initiativeState,
  /** Words a demo initiative must carry. */
  label: z.string().nullable(),
  siteIds: z.array(id),
  members: z.number().int(),
  perspectives: z.array(perspective),
  sponsors: z.number().int(),
  openBlockers: z.number().int(),
  litAt: instant,
  movedAt: instant,
});
export type InitiativeCard = z.infer<typeof initiativeCard>;

export const initiative = initiativeCard.extend({
  purposeHash: z.string(),
  beganWith: z.array(z.object({ id, title: z.string() })),
  team: z.array(member),
  seats: z.array(perspectiveSeat).length(5),
  /** Groups present in the team, for the mix on the board's head. */
  groups: z.array(z.string()),
  mySeat: seat.nullable(),
  otherCoOwners: z.number().int(),
});
export type Initiative = z.infer<typeof initiative>;

export const initiativeChange = z
  .object({
    title: prose(120),
    forWhom: prose(200),
    state: initiativeState,
    siteIds: z.array(id).max(30),
    /** Said in the history: "changed direction, because". */
    because: proseOrNothing(300),
  })
  .partial();
export type InitiativeChange = z.infer<typeof initiativeChange>;

export const seatOffered = z.enum(['co-owner', 'member', 'commenter', 'reader']);
export const invitationAnswer = z.enum(['yes', 'not-now', 'not-me', 'ask-after']);
export type InvitationAnswer = z.infer<typeof invitationAnswer>;

/** "Not now" and "not me" are respected: the same people do not ask again within this many days. */
export const restDays = 30;

/** What one is invited to: a seat in the initiative, a card on its board (a test, a question, anything), or taking a system ask where it will be heard. */
export const invitationAbout = z.enum(['initiative', 'card', 'system-ask']);
export type InvitationAbout = z.infer<typeof invitationAbout>;

export const invitationRequest = z
  .object({
    /** Made on the device. */
    invitationId: id,
    personId: id,
    about: invitationAbout.default('initiative'),
    /** The card, when it is about one. */
    elementId: id.nullable().default(null),
    systemAskId: id.nullable().default(null),
    seat: seatOffered.default('member'),
    /** The empty chair they are invited to, if it is about one. */
    perspective: perspective.nullable().default(null),
    line: proseOrNothing(300),
  })
  .refine((asked) => (asked.about === 'card') === (asked.elementId !== null), { error: 'field.required', path: ['elementId'] })
  .refine((asked) => (asked.about === 'system-ask') === (asked.systemAskId !== null), { error: 'field.required', path: ['systemAskId'] });
export type InvitationRequest = z.infer<typeof invitationRequest>;

export const invitation = z.object({
  id,
  initiative: z.object({ id, title: z.string(), purpose: z.string() }),
  about: invitationAbout,
  /** The card as it reads now. */
  card: z.object({ id, kind: z.string(), title: z.string() }).nullable(),
  systemAsk: z.object({ id, cause: z.string() }).nullable(),
  person: personCard,
  invitedBy: z.string(),
  seat,
  perspective: perspective.nullable(),
  line: z.string(),
  at: instant,
  answer: invitationAnswer.nullable(),
  answerLine: z.string(),
  askAfter: day.nullable(),
  answeredAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  toMe: z.boolean(),
  mine: z.boolean(),
});
export type Invitation = z.infer<typeof invitation>;

/** Somebody who said yes to a card. */
export const saidYes = z.object({ invitationId: id, elementId: id, person: personCard, mine: z.boolean() });
export type SaidYes = z.infer<typeof saidYes>;

export const invitationReply = z
  .object({
    id,
    answer: invitationAnswer,
    /** With "not me": who might; otherwise anything one wants to add. */
    line: proseOrNothing(300),
    askAfter: day.nullable().default(null),
    /** With "yes": how I am in this, asked once. */
    perspectives: perspectives.default([]),
  })
  .refine((reply) => reply.answer !== 'ask-after' || reply.askAfter !== null, { error: 'field.required', path: ['askAfter'] });
export type InvitationReply = z.infer<typeof invitationReply>;

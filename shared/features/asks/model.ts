/** Asks: a blocker put to people who could free it; the clock is public, and every answer leaves its trail. */
import { z } from 'zod';
import { day, instant, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { personCard } from '../people/model.ts';
import { answerLineMax, askAnswers, askLevels, askMoves, messageMax, officeMax, possibleMax, putMax, reasonMax } from './answers.ts';

export const askAnswer = z.enum(askAnswers);
export const askLevel = z.enum(askLevels);
export const askMove = z.enum(askMoves);

/** One step of an ask's trail: nothing of it is ever changed. */
export const askStep = z.object({
  id,
  what: askMove,
  at: instant,
  /** Who did it, as they show. */
  who: z.string(),
  /** Whom it waits for since, when that changed. */
  to: z.string().nullable(),
  answer: askAnswer.nullable(),
  line: z.string(),
  by: day.nullable(),
  /** An office outside, where it was taken. */
  office: z.string(),
  level: askLevel.nullable(),
});
export type AskStep = z.infer<typeof askStep>;

export const ask = z.object({
  id,
  initiative: z.object({ id, title: z.string() }),
  elementId: id,
  /** The blocker in one sentence, as it reads now. */
  blocker: z.string(),
  /** Whom it waits for, or who has answered. */
  person: personCard,
  level: askLevel,
  askedBy: z.string(),
  message: z.string(),
  at: instant,
  /** Whose turn it is while it is not settled: the asked person's, or the team's, who have been asked for more. */
  waitsFor: z.enum(['person', 'team']).nullable(),
  /** Since when it is their turn. */
  turnSince: instant,
  /** Whole days since it was asked, while it is not settled. */
  waitingDays: z.number().int().nullable(),
  answer: askAnswer.nullable(),
  answerLine: z.string(),
  by: day.nullable(),
  office: z.string(),
  answeredAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  /** It goes one level up then, unless it is answered before. */
  pendingStep: z.object({ to: z.string(), by: z.string(), reason: z.string(), level: askLevel, dueAt: instant }).nullable(),
  trail: z.array(askStep),
  /** What would make it possible, once it was refused. */
  possible: z.array(z.object({ id, who: z.string(), line: z.string(), at: instant })),
  toMe: z.boolean(),
});
export type Ask = z.infer<typeof ask>;

export const askPut = z.object({
  id,
  elementId: id,
  /** Where those who are asked stand. */
  level: askLevel.default('team'),
  /** Each person gets one clear message; all of it happens, or nothing. */
  asks: z
    .array(z.object({ askId: id, personId: id, message: prose(messageMax) }))
    .min(1)
    .max(putMax),
});

const reply = z.object({
  answer: askAnswer,
  /** Why I cannot; what more I need; anything to add. */
  line: proseOrNothing(answerLineMax),
  by: day.nullable().default(null),
  /** It belongs to an office outside, and I have taken it there. */
  office: proseOrNothing(officeMax),
});
const saysWhen = (said: { answer: string; by: string | null }) => said.answer !== 'will' || said.by !== null;
const saysWhy = (said: { answer: string; line: string }) => !['cannot', 'tell-more'].includes(said.answer) || said.line !== '';
const when = { error: 'field.required', path: ['by'] };
const why = { error: 'field.required', path: ['line'] };

export const askReply = reply
  .extend({
    id,
    /** It belongs to somebody of this place: from now on it waits for them. */
    toPersonId: id.nullable().default(null),
  })
  .refine(saysWhen, when)
  .refine(saysWhy, why)
  .refine((said) => said.answer !== 'belongs' || said.office !== '' || said.toPersonId !== null, { error: 'field.required', path: ['toPersonId'] });

export const linkSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'field.id');

/** What the page behind a letter's link says: the ask and nothing else. */
export const linkLook = z.object({
  initiative: z.object({ title: z.string(), purpose: z.string() }),
  blocker: z.string(),
  askedBy: z.string(),
  message: z.string(),
  /** What the team has added since. */
  more: z.array(z.string()),
  at: instant,
});
export type LinkLook = z.infer<typeof linkLook>;

/** An answer by the link of a letter; `replyId` is made by the page, so that sending twice answers once. */
export const linkReply = reply
  .extend({ secret: linkSecret, replyId: id })
  .refine(saysWhen, when)
  .refine(saysWhy, why)
  .refine((said) => said.answer !== 'belongs' || said.office !== '', { error: 'field.required', path: ['office'] });

export const askMore = z.object({ id, stepId: id, line: prose(answerLineMax) });
export const possibleEntry = z.object({ id, entryId: id, line: prose(possibleMax) });
export const stepUpAnnounce = z.object({ id, stepId: id, toPersonId: id, reason: prose(reasonMax) });

/** A blocker somebody got past: how others did it. */
export const freedBlocker = z.object({
  initiative: z.object({ id, title: z.string() }),
  elementId: id,
  title: z.string(),
  kind: z.string(),
  how: z.string(),
});
export type FreedBlocker = z.infer<typeof freedBlocker>;

/** Decisions: a proposal on a card is put to the people of an initiative; each answers for themselves, and how it ended is recorded with its reasons. */
import { z } from 'zod';
import { day, instant, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { personCard } from '../people/model.ts';
import { becauseMax, decisionAnswers, decisionOutcomes, needsBecause, outcomeWhyMax } from './answers.ts';

export const decisionAnswer = z.enum(decisionAnswers);
export const decisionOutcome = z.enum(decisionOutcomes);

/** Words that were put to people: a copy that nobody changes. */
export const decisionWording = z.object({
  version: z.number().int().positive(),
  title: z.string(),
  reasons: z.string(),
  /** It will be decided by then. */
  byWhen: day,
  putBy: z.string(),
  at: instant,
});
export type DecisionWording = z.infer<typeof decisionWording>;

/** One answer of one person; what they said before stays beside it. */
export const decisionSaid = z.object({
  id,
  person: personCard,
  answer: decisionAnswer,
  because: z.string(),
  at: instant,
  /** The wording it was said to. */
  version: z.number().int().positive(),
  /** The words on the card have changed since. */
  changedSince: z.boolean(),
  /** It is their latest, to the newest wording, and they write on the board. */
  counts: z.boolean(),
  mine: z.boolean(),
});
export type DecisionSaid = z.infer<typeof decisionSaid>;

export const decision = z.object({
  id,
  initiativeId: id,
  elementId: id,
  words: decisionWording,
  /** Wordings put before, the latest first. */
  earlier: z.array(decisionWording),
  /** Tells whether a card still says the newest words. */
  wordsHash: z.string(),
  /** The card no longer says what was put. */
  changedSince: z.boolean(),
  /** Everything that was said, in the order it was said; nothing of it is ever changed. */
  said: z.array(decisionSaid),
  /** Who is asked and has not answered the newest words; of those who were asked when it ended, once it has. */
  waitingFor: z.array(personCard),
  /** The endings that are open to it now; empty once it has ended. */
  possible: z.array(decisionOutcome),
  /** Why it can not go ahead yet, as a key of the catalogue; null when it can, or has ended. */
  notYet: z.string().nullable(),
  outcome: decisionOutcome.nullable(),
  outcomeWhy: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
});
export type Decision = z.infer<typeof decision>;

/** The hash of the card's words as they were read; if they moved meanwhile, they are read again first. */
const read = { wordsHash: z.string().max(100), byWhen: day };

export const decisionPut = z.object({
  /** The initiative. */
  id,
  /** Made by the page: putting twice puts once. */
  decisionId: id,
  elementId: id,
  ...read,
});
export const decisionPutAgain = z.object({ id, version: z.number().int().positive(), ...read });

export const decisionReply = z
  .object({ id, version: z.number().int().positive(), answer: decisionAnswer, because: proseOrNothing(becauseMax) })
  .refine(({ answer, because }) => !needsBecause(answer) || because !== '', { error: 'field.required', path: ['because'] });

export const decisionClose = z.object({ id, version: z.number().int().positive(), outcome: decisionOutcome, why: prose(outcomeWhyMax) });

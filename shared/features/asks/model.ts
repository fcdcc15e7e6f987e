/** Asks: a blocker put to a person who could free it; the clock is public. */
import { z } from 'zod';
import { day, instant, prose, proseOrNothing } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { personCard } from '../people/model.ts';
import { answerLineMax, askAnswers, messageMax } from './answers.ts';

export const askAnswer = z.enum(askAnswers);

export const ask = z.object({
  id,
  initiative: z.object({ id, title: z.string() }),
  elementId: id,
  /** The blocker in one sentence, as it reads now. */
  blocker: z.string(),
  person: personCard,
  askedBy: z.string(),
  message: z.string(),
  at: instant,
  /** Whole days since it was asked, while nobody has answered. */
  waitingDays: z.number().int().nullable(),
  answer: askAnswer.nullable(),
  answerLine: z.string(),
  by: day.nullable(),
  answeredAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  toMe: z.boolean(),
});
export type Ask = z.infer<typeof ask>;

export const askPut = z.object({ id, askId: id, elementId: id, personId: id, message: prose(messageMax) });

export const askReply = z
  .object({
    id,
    answer: askAnswer,
    /** Why I cannot; where I have taken it; what more I need. */
    line: proseOrNothing(answerLineMax),
    by: day.nullable().default(null),
  })
  .refine((reply) => reply.answer !== 'will' || reply.by !== null, { error: 'field.required', path: ['by'] })
  .refine((reply) => reply.answer === 'will' || reply.line !== '', { error: 'field.required', path: ['line'] });

/** A blocker somebody got past: how others did it. */
export const freedBlocker = z.object({
  initiative: z.object({ id, title: z.string() }),
  elementId: id,
  title: z.string(),
  kind: z.string(),
  how: z.string(),
});
export type FreedBlocker = z.infer<typeof freedBlocker>;

/** What a board that leaves Kindling looks like to a machine. */
import { z } from 'zod';
import { boardElement } from '../elements/registry.ts';
import { day, instant } from '../lib/fields.ts';
import { id } from '../lib/ids.ts';
import { block } from './read-purpose.ts';

const said = { name: z.string(), at: instant };

/** The JSON format. `version` goes up when a reader of the one before would misread it. Names stand as their owners let them show. */
export const boardExport = z.object({
  format: z.literal('kindling-board'),
  version: z.literal(2),
  takenAt: instant,
  initiative: z.object({
    id,
    title: z.string(),
    forWhom: z.string(),
    state: z.string(),
    litAt: instant,
    /** Words a demo initiative must carry. */
    label: z.string().nullable(),
    beganWith: z.array(z.object({ id, title: z.string() })),
  }),
  purpose: z.array(block),
  /** In board order, archived ones among them. */
  elements: z.array(boardElement),
  people: z.array(z.object({ name: z.string(), seat: z.string(), perspectives: z.array(z.string()) })),
  endorsements: z.array(
    z.object({
      ...said,
      office: z.string(),
      because: z.string(),
      changedSince: z.boolean(),
      /** They no longer stand behind it since then. */
      withdrawnAt: instant.nullable(),
      withdrawnWhy: z.string(),
    }),
  ),
  pledges: z.array(z.object({ name: z.string(), kind: z.string(), what: z.string(), until: day.nullable(), state: z.string(), why: z.string() })),
  rooms: z.array(
    z.object({
      /** The sponsor, who answers for it. */
      name: z.string(),
      /** How it stands on the day it was taken. */
      stand: z.string(),
      askedBy: z.string().nullable(),
      message: z.string(),
      /** The newest words; null while it is only asked for. */
      words: z.object({ what: z.string(), where: z.string(), until: day, safe: z.array(z.string()), callMe: z.string() }).nullable(),
      acceptedBy: z.string().nullable(),
      /** Why it was declined, taken back or ended. */
      why: z.string(),
      learned: z.string(),
      /** The tests of change it covers: ids of elements. */
      tests: z.array(id),
    }),
  ),
  asks: z.array(
    z.object({
      elementId: id,
      name: z.string(),
      askedBy: z.string(),
      message: z.string(),
      at: instant,
      takenBackAt: instant.nullable(),
      /** Whole days without an answer; null once there is one. */
      waitingDays: z.number().int().nonnegative().nullable(),
      answer: z.string().nullable(),
      answerLine: z.string(),
      /** The day by which it will be done, when that is the answer. */
      by: day.nullable(),
      /** The office outside it was taken to, when that is the answer. */
      office: z.string(),
      answeredAt: instant.nullable(),
      /** Who had it and what they said, in order. */
      trail: z.array(z.object({ ...said, what: z.string(), to: z.string().nullable(), answer: z.string().nullable(), line: z.string() })),
      /** What would make it possible, once it was refused. */
      possible: z.array(z.object({ ...said, line: z.string() })),
    }),
  ),
  decisions: z.array(
    z.object({
      elementId: id,
      /** The newest words that were put, which the card may no longer say. */
      title: z.string(),
      reasons: z.string(),
      changedSince: z.boolean(),
      putBy: z.string(),
      at: instant,
      byWhen: day,
      /** Everything that was said, in order; `counts` for what counts. */
      said: z.array(z.object({ ...said, answer: z.string(), because: z.string(), counts: z.boolean() })),
      notHeardFrom: z.array(z.string()),
      outcome: z.string().nullable(),
      why: z.string(),
      decidedBy: z.string().nullable(),
      decidedAt: instant.nullable(),
    }),
  ),
});
export type BoardExport = z.infer<typeof boardExport>;

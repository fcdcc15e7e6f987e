/** What a board that leaves Kindling looks like to a machine. */
import { z } from 'zod';
import { boardElement } from '../elements/registry.ts';
import { day, instant } from '../lib/fields.ts';
import { id } from '../lib/ids.ts';
import { block } from './read-purpose.ts';

/** The JSON format. `version` goes up when a reader of the one before would misread it. Names stand as their owners let them show. */
export const boardExport = z.object({
  format: z.literal('kindling-board'),
  version: z.literal(1),
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
  endorsements: z.array(z.object({ name: z.string(), office: z.string(), because: z.string(), at: instant, changedSince: z.boolean() })),
  pledges: z.array(z.object({ name: z.string(), kind: z.string(), what: z.string(), until: day.nullable(), state: z.string(), why: z.string() })),
  asks: z.array(
    z.object({
      elementId: id,
      name: z.string(),
      at: instant,
      /** Whole days without an answer; null once there is one. */
      waitingDays: z.number().int().nonnegative().nullable(),
      answer: z.string().nullable(),
      answerLine: z.string(),
      /** The day by which it will be done, when that is the answer. */
      by: day.nullable(),
      answeredAt: instant.nullable(),
    }),
  ),
});
export type BoardExport = z.infer<typeof boardExport>;

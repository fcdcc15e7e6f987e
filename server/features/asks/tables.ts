import { askAnswer, askLevel, askMove } from '#shared/features/asks/model.ts';
import { blockerKind } from '#shared/features/system-asks/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function askTables(c: Kit) {
  const ask = c.table(
    'ask',
    {
      id: c.id(),
      initiativeId: c.text().notNull(),
      /** The blocker on the board. */
      elementId: c.text().notNull(),
      /** What kind of blocker it was when this was put; null: nobody had said. */
      blockerKind: c.oneOf(blockerKind),
      /** Whom it waits for, or who has answered. */
      personId: c.text().notNull(),
      level: c.oneOf(askLevel).notNull().default('team'),
      askedBy: c.text().notNull(),
      message: c.text().notNull(),
      createdAt: c.instant().notNull(),
      /** Since when it is this person's turn, or the team's; null: since it was put. */
      turnSince: c.instant(),
      answer: c.oneOf(askAnswer),
      answerLine: c.text().notNull(),
      by: c.text(),
      /** An office outside, where it was taken. */
      office: c.text().notNull().default(''),
      answeredAt: c.instant(),
      withdrawnAt: c.instant(),
      /** A step one level up that has been announced: all of these, or none. */
      stepId: c.text(),
      stepTo: c.text(),
      stepBy: c.text(),
      stepReason: c.text(),
      stepDueAt: c.instant(),
    },
    (t) => [
      c.index('ask_initiative').on(t.initiativeId, t.createdAt),
      c.index('ask_person').on(t.personId, t.createdAt),
      c.index('ask_step_due').on(t.stepDueAt),
    ],
  );
  /** Who had an ask, and what they said, in order; rows are only ever added. */
  const askStep = c.table(
    'ask_step',
    {
      n: c.serial(),
      id: c.text().notNull(),
      askId: c.text().notNull(),
      what: c.oneOf(askMove).notNull(),
      at: c.instant().notNull(),
      personId: c.text().notNull(),
      /** Whom it waits for since, when that changed. */
      toPersonId: c.text(),
      answer: c.oneOf(askAnswer),
      line: c.text().notNull(),
      by: c.text(),
      office: c.text().notNull(),
      level: c.oneOf(askLevel),
    },
    (t) => [c.uniqueIndex('ask_step_id').on(t.id), c.index('ask_step_ask').on(t.askId, t.n)],
  );
  /** The link of a letter: answers one ask as one person, once. */
  const askLink = c.table(
    'ask_link',
    {
      /** SHA-256 of the secret; the secret itself is in the letter and nowhere else. */
      secretHash: c.id(),
      askId: c.text().notNull(),
      personId: c.text().notNull(),
      createdAt: c.instant().notNull(),
      expiresAt: c.instant().notNull(),
      /** Used, or the ask has moved on. */
      endedAt: c.instant(),
    },
    (t) => [c.index('ask_link_ask').on(t.askId)],
  );
  /** What would make a refused ask possible: short entries of the team and of who refused. */
  const askPossible = c.table(
    'ask_possible',
    { id: c.id(), askId: c.text().notNull(), personId: c.text().notNull(), line: c.text().notNull(), createdAt: c.instant().notNull() },
    (t) => [c.index('ask_possible_ask').on(t.askId, t.createdAt)],
  );
  return { ask, askStep, askLink, askPossible };
}

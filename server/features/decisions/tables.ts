import { decisionAnswer, decisionOutcome } from '#shared/features/decisions/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function decisionTables(c: Kit) {
  const decision = c.table(
    'decision',
    {
      id: c.id(),
      initiativeId: c.text().notNull(),
      /** The decision card on the board. */
      elementId: c.text().notNull(),
      /** The card again while it is open, null once it has ended: so that a card has one open proposal at most. */
      openElementId: c.text(),
      /** The newest row of `decision_wording`. */
      version: c.int().notNull(),
      createdAt: c.instant().notNull(),
      outcome: c.oneOf(decisionOutcome),
      outcomeWhy: c.text().notNull(),
      decidedBy: c.text(),
      decidedAt: c.instant(),
      /** Who was asked when it ended, so that later comings and goings change nothing about it; null while it is open. */
      asked: c.json<string[]>(),
      /** The wording of whose day it was told that it is over; null: of none. */
      dayTold: c.int(),
    },
    (t) => [c.uniqueIndex('decision_open').on(t.initiativeId, t.openElementId), c.index('decision_initiative').on(t.initiativeId, t.createdAt)],
  );
  /** Every wording that was put, as it was put; rows are only ever added. */
  const decisionWording = c.table(
    'decision_wording',
    {
      decisionId: c.text().notNull(),
      version: c.int().notNull(),
      title: c.text().notNull(),
      reasons: c.text().notNull(),
      wordsHash: c.text().notNull(),
      byWhen: c.text().notNull(),
      putBy: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.decisionId, t.version] })],
  );
  /** Every answer, in the order it was said; rows are only ever added, and a person's latest counts. */
  const decisionSaid = c.table(
    'decision_said',
    {
      n: c.serial(),
      id: c.text().notNull(),
      decisionId: c.text().notNull(),
      version: c.int().notNull(),
      personId: c.text().notNull(),
      answer: c.oneOf(decisionAnswer).notNull(),
      because: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('decision_said_id').on(t.id), c.index('decision_said_decision').on(t.decisionId, t.n)],
  );
  return { decision, decisionWording, decisionSaid };
}

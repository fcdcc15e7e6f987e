import { askAnswer } from '#shared/features/asks/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function askTables(c: Kit) {
  const ask = c.table(
    'ask',
    {
      id: c.id(),
      initiativeId: c.text().notNull(),
      /** The blocker on the board. */
      elementId: c.text().notNull(),
      personId: c.text().notNull(),
      askedBy: c.text().notNull(),
      message: c.text().notNull(),
      createdAt: c.instant().notNull(),
      answer: c.oneOf(askAnswer),
      answerLine: c.text().notNull(),
      by: c.text(),
      answeredAt: c.instant(),
      withdrawnAt: c.instant(),
    },
    (t) => [c.index('ask_initiative').on(t.initiativeId, t.createdAt), c.index('ask_person').on(t.personId, t.createdAt)],
  );
  return { ask };
}

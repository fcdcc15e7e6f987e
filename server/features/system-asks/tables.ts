import { blockerKind, systemAnswer } from '#shared/features/system-asks/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function systemAskTables(c: Kit) {
  const systemAsk = c.table(
    'system_ask',
    {
      id: c.id(),
      cause: c.text().notNull(),
      kind: c.oneOf(blockerKind).notNull(),
      raisedBy: c.text().notNull(),
      createdAt: c.instant().notNull(),
      forum: c.text().notNull(),
      heardOn: c.text(),
      /** Who takes it there; written by nobody but themselves. */
      sponsorId: c.text(),
      sponsoredAt: c.instant(),
      answer: c.oneOf(systemAnswer),
      answerLine: c.text().notNull(),
      next: c.text().notNull(),
      answeredAt: c.instant(),
    },
    (t) => [c.index('system_ask_created').on(t.createdAt), c.index('system_ask_sponsor').on(t.sponsorId)],
  );
  const systemAskBlocker = c.table(
    'system_ask_blocker',
    {
      systemAskId: c
        .text()
        .notNull()
        .references(() => systemAsk.id, { onDelete: 'cascade' }),
      initiativeId: c.text().notNull(),
      elementId: c.text().notNull(),
      story: c.text().notNull(),
      waitCost: c.text().notNull(),
      tried: c.text().notNull(),
      joinedBy: c.text().notNull(),
      joinedAt: c.instant().notNull(),
      leftAt: c.instant(),
    },
    (t) => [
      c.primaryKey({ columns: [t.systemAskId, t.initiativeId, t.elementId] }),
      c.index('system_ask_blocker_initiative').on(t.initiativeId, t.elementId),
    ],
  );
  return { systemAsk, systemAskBlocker };
}

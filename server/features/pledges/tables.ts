import { pledgeKind, pledgeState } from '#shared/features/pledges/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function pledgeTables(c: Kit) {
  const pledge = c.table(
    'pledge',
    {
      id: c.id(),
      initiativeId: c.text().notNull(),
      personId: c.text().notNull(),
      kind: c.oneOf(pledgeKind).notNull(),
      what: c.text().notNull(),
      until: c.text(),
      state: c.oneOf(pledgeState).notNull(),
      why: c.text().notNull(),
      createdAt: c.instant().notNull(),
      endedAt: c.instant(),
      confirmedBy: c.text(),
      confirmedAt: c.instant(),
    },
    (t) => [c.index('pledge_initiative').on(t.initiativeId, t.createdAt), c.index('pledge_person').on(t.personId, t.createdAt)],
  );
  /** Where a pledge stands, told by its giver, in order; rows are only ever added. */
  const pledgeNews = c.table(
    'pledge_news',
    {
      n: c.serial(),
      id: c.text().notNull(),
      pledgeId: c.text().notNull(),
      line: c.text().notNull(),
      at: c.instant().notNull(),
      /** Whether its day was moved, from which to which; null: no day. */
      moves: c.bool().notNull(),
      fromDay: c.text(),
      toDay: c.text(),
    },
    (t) => [c.uniqueIndex('pledge_news_id').on(t.id), c.index('pledge_news_pledge').on(t.pledgeId, t.n)],
  );
  return { pledge, pledgeNews };
}

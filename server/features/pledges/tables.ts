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
  return { pledge };
}

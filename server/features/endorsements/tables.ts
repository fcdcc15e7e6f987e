import { office } from '#shared/features/endorsements/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function endorsementTables(c: Kit) {
  const endorsement = c.table(
    'endorsement',
    {
      initiativeId: c.text().notNull(),
      personId: c.text().notNull(),
      office: c.oneOf(office).notNull(),
      reason: c.text().notNull(),
      purpose: c.text().notNull(),
      purposeHash: c.text().notNull(),
      createdAt: c.instant().notNull(),
      withdrawnAt: c.instant(),
      withdrawnWhy: c.text().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.initiativeId, t.personId] }), c.index('endorsement_person').on(t.personId)],
  );
  return { endorsement };
}

import { inviteGives } from '#shared/features/invites/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function inviteTables(c: Kit) {
  const invite = c.table(
    'invite',
    {
      id: c.id(),
      /** SHA-256 of the secret; the secret itself is shown once and kept nowhere. */
      secretHash: c.text().notNull(),
      initiativeId: c.text(),
      gives: c.oneOf(inviteGives).notNull(),
      label: c.text().notNull(),
      madeBy: c.text().notNull(),
      maxUses: c.int().notNull(),
      uses: c.int().notNull(),
      expiresAt: c.instant().notNull(),
      revokedAt: c.instant(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('invite_secret').on(t.secretHash), c.index('invite_initiative').on(t.initiativeId)],
  );
  const inviteUse = c.table('invite_use', { inviteId: c.text().notNull(), personId: c.text().notNull(), at: c.instant().notNull() }, (t) => [
    c.primaryKey({ columns: [t.inviteId, t.personId] }),
  ]);
  return { invite, inviteUse };
}

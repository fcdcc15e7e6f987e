/** The place itself, and its own lists. */
import { groupSide } from '#shared/features/place/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function placeTables(c: Kit) {
  const place = c.table('place', {
    /** Always `here`: one place a server. */
    id: c.id(),
    name: c.text().notNull(),
    demo: c.bool().notNull(),
    openToRead: c.bool().notNull(),
    /** The first keeper; null until somebody signed up. */
    keptBy: c.text(),
    createdAt: c.instant().notNull(),
  });
  const group = c.table('group', {
    id: c.id(),
    name: c.text().notNull(),
    side: c.oneOf(groupSide).notNull(),
    position: c.int().notNull(),
    archivedAt: c.instant(),
  });
  const site = c.table('site', { id: c.id(), name: c.text().notNull(), position: c.int().notNull(), archivedAt: c.instant() });
  /** People of a demo that a newcomer on this machine may come in as, and what they will find. */
  const tryAs = c.table('try_as', { personId: c.id(), note: c.text().notNull(), position: c.int().notNull() });
  return { place, group, site, tryAs };
}

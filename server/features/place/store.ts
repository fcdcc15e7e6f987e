import { asc, eq, max } from 'drizzle-orm';
import type { Group, Site } from '#shared/features/place/model.ts';
import type { Reader, Tx } from '../../db/db.ts';

export const placeId = 'here';

export async function readPlace({ sql, t }: Reader) {
  const [row] = await sql.select().from(t.place);
  return row ?? null;
}

/** Writes the one place a server has, unless it is there. @returns whether it was new */
export async function addPlace({ sql, t }: Tx, row: Omit<Reader['t']['place']['$inferInsert'], 'id'>): Promise<boolean> {
  return (
    (
      await sql
        .insert(t.place)
        .values({ ...row, id: placeId })
        .onConflictDoNothing()
        .returning()
    ).length > 0
  );
}

export async function changePlace({ sql, t }: Tx, change: { name?: string | undefined; openToRead?: boolean | undefined }): Promise<void> {
  const { name, openToRead } = change;
  if (name !== undefined) await sql.update(t.place).set({ name });
  if (openToRead !== undefined) await sql.update(t.place).set({ openToRead });
}

export async function listGroups({ sql, t }: Reader): Promise<Group[]> {
  return (await sql.select().from(t.group).orderBy(asc(t.group.position), asc(t.group.id))).map(({ id, name, side, archivedAt }) => ({
    id,
    name,
    side,
    archived: archivedAt !== null,
  }));
}

export async function listSites({ sql, t }: Reader): Promise<Site[]> {
  return (await sql.select().from(t.site).orderBy(asc(t.site.position), asc(t.site.id))).map(({ id, name, archivedAt }) => ({
    id,
    name,
    archived: archivedAt !== null,
  }));
}

export async function putGroup({ sql, t }: Tx, { id, name, side, archived }: Group, now: Date): Promise<void> {
  const archivedAt = archived ? now : null;
  const [last] = await sql.select({ position: max(t.group.position) }).from(t.group);
  await sql
    .insert(t.group)
    .values({ id, name, side, archivedAt, position: Number(last?.position ?? 0) + 1 })
    .onConflictDoUpdate({ target: t.group.id, set: { name, side, archivedAt } });
}

export async function putSite({ sql, t }: Tx, { id, name, archived }: Site, now: Date): Promise<void> {
  const archivedAt = archived ? now : null;
  const [last] = await sql.select({ position: max(t.site.position) }).from(t.site);
  await sql
    .insert(t.site)
    .values({ id, name, archivedAt, position: Number(last?.position ?? 0) + 1 })
    .onConflictDoUpdate({ target: t.site.id, set: { name, archivedAt } });
}

/** People of the demo one may come in as, in the order they are offered. */
export async function demoPeople({ sql, t }: Reader) {
  return sql
    .select({ id: t.person.id, userId: t.person.userId, name: t.person.name, note: t.tryAs.note })
    .from(t.tryAs)
    .innerJoin(t.person, eq(t.person.id, t.tryAs.personId))
    .orderBy(asc(t.tryAs.position));
}

/** Offers these people of the demo, in this order. */
export async function offerToTry({ sql, t }: Tx, people: readonly { personId: string; note: string }[]): Promise<void> {
  if (people.length > 0) await sql.insert(t.tryAs).values(people.map((one, position) => ({ ...one, position })));
}

/** Rows of browsers that are told of notices. */
import { and, desc, eq, gt, inArray, notInArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';

export type DeviceRow = Reader['t']['pushDevice']['$inferSelect'];

/** A browser is told in one session at a time: whoever came in there last; and a session has one browser. */
export async function putDevice({ sql, t }: Tx, row: DeviceRow): Promise<void> {
  const { id: _id, ...set } = row;
  await sql.delete(t.pushDevice).where(eq(t.pushDevice.sessionId, row.sessionId));
  await sql.insert(t.pushDevice).values(row).onConflictDoUpdate({ target: t.pushDevice.endpoint, set });
}

/** The newest stay. */
export async function keepNewest({ sql, t }: Tx, personId: string, most: number): Promise<void> {
  const own = eq(t.pushDevice.personId, personId);
  const newest = await sql
    .select({ id: t.pushDevice.id })
    .from(t.pushDevice)
    .where(own)
    .orderBy(desc(t.pushDevice.createdAt), desc(t.pushDevice.id))
    .limit(most);
  await sql.delete(t.pushDevice).where(
    and(
      own,
      notInArray(
        t.pushDevice.id,
        newest.map(({ id }) => id),
      ),
    ),
  );
}

export async function deviceOfSession({ sql, t }: Reader, sessionId: string): Promise<DeviceRow | null> {
  const [row] = await sql.select().from(t.pushDevice).where(eq(t.pushDevice.sessionId, sessionId));
  return row ?? null;
}

export async function devicesOf({ sql, t }: Reader, personIds: readonly string[]): Promise<Pick<DeviceRow, 'id' | 'personId'>[]> {
  if (personIds.length === 0) return [];
  const { id, personId } = t.pushDevice;
  return sql
    .select({ id, personId })
    .from(t.pushDevice)
    .where(inArray(personId, [...personIds]));
}

/** Null once its session is over. */
export async function liveDevice({ sql, t }: Reader, id: string, personId: string, now: Date): Promise<DeviceRow | null> {
  const { pushDevice, session } = t;
  const [row] = await sql
    .select({ device: pushDevice })
    .from(pushDevice)
    .innerJoin(session, eq(session.id, pushDevice.sessionId))
    .where(and(eq(pushDevice.id, id), eq(pushDevice.personId, personId), gt(session.expiresAt, now)));
  return row?.device ?? null;
}

export async function forgetDevice({ sql, t }: Tx, id: string): Promise<void> {
  await sql.delete(t.pushDevice).where(eq(t.pushDevice.id, id));
}

export async function forgetSessionsDevice({ sql, t }: Tx, sessionId: string): Promise<void> {
  await sql.delete(t.pushDevice).where(eq(t.pushDevice.sessionId, sessionId));
}

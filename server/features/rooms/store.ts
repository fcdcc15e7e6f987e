/** Rows of rooms to test, every wording they had, and the tests they cover. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { RoomWords } from '#shared/features/rooms/model.ts';
import { type RoomAct, stateAfter, statesBefore } from '#shared/features/rooms/states.ts';
import type { Reader, Tx } from '../../db/db.ts';

export type RoomRow = Reader['t']['testRoom']['$inferSelect'];
export type WordsRow = Reader['t']['testRoomWords']['$inferSelect'];

export interface KnownRoom extends RoomRow {
  readonly title: string;
  /** The latest wording first; none while it is only asked for. */
  readonly wordings: readonly WordsRow[];
  /** Cards it covers, as they are called now. */
  readonly tests: readonly { readonly elementId: string; readonly title: string }[];
}

export async function roomsOf(reader: Reader, initiativeId: string): Promise<KnownRoom[]> {
  return known(reader, eq(reader.t.testRoom.initiativeId, initiativeId));
}

export async function roomsBy(reader: Reader, personId: string): Promise<KnownRoom[]> {
  return known(reader, eq(reader.t.testRoom.personId, personId));
}

export async function roomById(reader: Reader, id: string): Promise<KnownRoom | null> {
  return (await known(reader, eq(reader.t.testRoom.id, id)))[0] ?? null;
}

/** Adds a room. @returns false when there is one by this id already */
export async function addRoom({ sql, t }: Tx, row: RoomRow): Promise<boolean> {
  return (await sql.insert(t.testRoom).values(row).onConflictDoNothing().returning({ id: t.testRoom.id })).length > 0;
}

/** Keeps a wording; the key refuses a second one of the same version. */
export async function addWords({ sql, t }: Tx, row: WordsRow): Promise<void> {
  await sql.insert(t.testRoomWords).values(row);
}

/** The sponsor writes it, if they read its newest version; from now on it is an offer. @returns whether it was theirs to write, and unchanged */
export async function writeRoom(tx: Tx, id: string, by: { personId: string; version: number; at: Date }, words: RoomWords): Promise<boolean> {
  const { sql, t } = tx;
  const next = by.version + 1;
  const theirs = and(from(t, id, 'write'), eq(t.testRoom.personId, by.personId), eq(t.testRoom.version, by.version));
  const set = { state: 'offered', version: next, acceptedBy: null, acceptedAt: null } as const;
  const written = (await sql.update(t.testRoom).set(set).where(theirs).returning({ id: t.testRoom.id })).length > 0;
  if (written) await addWords(tx, { ...words, roomId: id, version: next, createdAt: by.at });
  return written;
}

/** Somebody other than the sponsor accepts the words of one version; once. @returns whether these words were still on offer */
export async function acceptRoom({ sql, t }: Tx, id: string, version: number, by: { personId: string; at: Date }): Promise<boolean> {
  const offered = and(from(t, id, 'accept'), eq(t.testRoom.version, version), ne(t.testRoom.personId, by.personId));
  const accepted = await sql
    .update(t.testRoom)
    .set({ state: 'accepted', acceptedBy: by.personId, acceptedAt: by.at })
    .where(offered)
    .returning({ id: t.testRoom.id });
  if (accepted.length === 0) return false;
  await sql
    .update(t.testRoom)
    .set({ coveredAt: by.at })
    .where(and(eq(t.testRoom.id, id), isNull(t.testRoom.coveredAt)));
  return true;
}

/** Declined or taken back by its sponsor, or finished by the team; once. @returns whether it was still possible */
export async function closeRoom(
  { sql, t }: Tx,
  id: string,
  act: Extract<RoomAct, 'decline' | 'revoke' | 'finish'>,
  by: { personId: string; why: string; at: Date },
): Promise<boolean> {
  const sponsor = act === 'finish' ? undefined : eq(t.testRoom.personId, by.personId);
  const [before] = statesBefore(act);
  const state = before === undefined ? null : stateAfter(before, act);
  if (state === null) return false;
  const closed = await sql
    .update(t.testRoom)
    .set({ state, why: by.why, closedAt: by.at })
    .where(and(from(t, id, act), sponsor))
    .returning({ id: t.testRoom.id });
  return closed.length > 0;
}

/** What was learned, once it has covered something: the first to say so may put it better later. @returns whether it was theirs to say */
export async function learnFrom({ sql, t }: Tx, id: string, by: { personId: string; learned: string; at: Date }): Promise<boolean> {
  const theirs = or(isNull(t.testRoom.learnedBy), eq(t.testRoom.learnedBy, by.personId));
  const said = await sql
    .update(t.testRoom)
    .set({ learned: by.learned, learnedBy: by.personId, learnedAt: by.at })
    .where(and(eq(t.testRoom.id, id), isNotNull(t.testRoom.coveredAt), theirs, ne(t.testRoom.learned, by.learned)))
    .returning({ id: t.testRoom.id });
  return said.length > 0;
}

/** @returns false when it covers this test already */
export async function linkTest({ sql, t }: Tx, row: Reader['t']['testRoomTest']['$inferSelect']): Promise<boolean> {
  return (await sql.insert(t.testRoomTest).values(row).onConflictDoNothing().returning({ roomId: t.testRoomTest.roomId })).length > 0;
}

/** @returns whether it covered this test */
export async function unlinkTest({ sql, t }: Tx, roomId: string, elementId: string): Promise<boolean> {
  const gone = and(eq(t.testRoomTest.roomId, roomId), eq(t.testRoomTest.elementId, elementId));
  return (await sql.delete(t.testRoomTest).where(gone).returning({ roomId: t.testRoomTest.roomId })).length > 0;
}

function from(t: Reader['t'], id: string, act: RoomAct): SQL | undefined {
  return and(eq(t.testRoom.id, id), inArray(t.testRoom.state, [...statesBefore(act)]));
}

async function known(reader: Reader, which: SQL): Promise<KnownRoom[]> {
  const { sql, t } = reader;
  const rows = await sql
    .select({ row: t.testRoom, title: t.initiative.title })
    .from(t.testRoom)
    .innerJoin(t.initiative, eq(t.initiative.id, t.testRoom.initiativeId))
    .where(which)
    .orderBy(desc(t.testRoom.createdAt), asc(t.testRoom.id));
  const ids = rows.map(({ row }) => row.id);
  if (ids.length === 0) return [];
  const wordings = await sql.select().from(t.testRoomWords).where(inArray(t.testRoomWords.roomId, ids)).orderBy(desc(t.testRoomWords.version));
  const tests = await testsOf(reader, ids);
  return rows.map(({ row, title }) => ({
    ...row,
    title,
    wordings: wordings.filter((one) => one.roomId === row.id),
    tests: tests.filter((one) => one.roomId === row.id).map((one) => ({ elementId: one.elementId, title: one.title ?? '' })),
  }));
}

function testsOf({ sql, t }: Reader, ids: readonly string[]) {
  return sql
    .select({ roomId: t.testRoomTest.roomId, elementId: t.testRoomTest.elementId, title: t.boardElement.title })
    .from(t.testRoomTest)
    .innerJoin(t.testRoom, eq(t.testRoom.id, t.testRoomTest.roomId))
    .leftJoin(t.boardElement, and(eq(t.boardElement.boardId, t.testRoom.initiativeId), eq(t.boardElement.elementId, t.testRoomTest.elementId)))
    .where(inArray(t.testRoomTest.roomId, [...ids]))
    .orderBy(asc(t.testRoomTest.linkedAt), asc(t.testRoomTest.elementId));
}

/** What stands about an initiative in rows, for a board that leaves Kindling. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '../db/db.ts';

export type ExportRows = Awaited<ReturnType<typeof rowsForExport>>;

export async function rowsForExport(reader: Reader, initiativeId: string) {
  const { sql, t } = reader;
  const [initiative] = await sql.select().from(t.initiative).where(eq(t.initiative.id, initiativeId));
  const began = await sql
    .select({ id: t.spark.id, title: t.spark.title })
    .from(t.initiativeSpark)
    .innerJoin(t.spark, eq(t.spark.id, t.initiativeSpark.sparkId))
    .where(eq(t.initiativeSpark.initiativeId, initiativeId))
    .orderBy(asc(t.spark.createdAt), asc(t.spark.id));
  const team = await sql
    .select()
    .from(t.membership)
    .where(and(eq(t.membership.initiativeId, initiativeId), isNull(t.membership.leftAt)))
    .orderBy(asc(t.membership.joinedAt), asc(t.membership.personId));
  const endorsements = await sql
    .select()
    .from(t.endorsement)
    .where(eq(t.endorsement.initiativeId, initiativeId))
    .orderBy(asc(t.endorsement.createdAt), asc(t.endorsement.personId));
  const pledges = await sql.select().from(t.pledge).where(eq(t.pledge.initiativeId, initiativeId)).orderBy(asc(t.pledge.createdAt), asc(t.pledge.id));
  return {
    initiative: initiative ?? null,
    began,
    team,
    endorsements,
    pledges,
    ...(await roomsIn(reader, initiativeId)),
    ...(await asksIn(reader, initiativeId)),
    ...(await decisionsIn(reader, initiativeId)),
  };
}

/** Rooms to test, every wording the latest first, and the tests they cover. */
async function roomsIn({ sql, t }: Reader, initiativeId: string) {
  const which = eq(t.testRoom.initiativeId, initiativeId);
  const ids = sql.select({ id: t.testRoom.id }).from(t.testRoom).where(which);
  const rooms = await sql.select().from(t.testRoom).where(which).orderBy(asc(t.testRoom.createdAt), asc(t.testRoom.id));
  const wordings = await sql.select().from(t.testRoomWords).where(inArray(t.testRoomWords.roomId, ids)).orderBy(desc(t.testRoomWords.version));
  const covered = await sql.select().from(t.testRoomTest).where(inArray(t.testRoomTest.roomId, ids)).orderBy(asc(t.testRoomTest.linkedAt));
  return { rooms, wordings, covered };
}

/** Asks with the steps of their trails, and what would make refused ones possible. */
async function asksIn({ sql, t }: Reader, initiativeId: string) {
  const which = eq(t.ask.initiativeId, initiativeId);
  const ids = sql.select({ id: t.ask.id }).from(t.ask).where(which);
  const asks = await sql.select().from(t.ask).where(which).orderBy(asc(t.ask.createdAt), asc(t.ask.id));
  const steps = await sql.select().from(t.askStep).where(inArray(t.askStep.askId, ids)).orderBy(asc(t.askStep.n));
  const possible = await sql
    .select()
    .from(t.askPossible)
    .where(inArray(t.askPossible.askId, ids))
    .orderBy(asc(t.askPossible.createdAt), asc(t.askPossible.id));
  return { asks, steps, possible };
}

/** Proposals with every wording, the latest first, and everything that was said to them. */
async function decisionsIn({ sql, t }: Reader, initiativeId: string) {
  const which = eq(t.decision.initiativeId, initiativeId);
  const ids = sql.select({ id: t.decision.id }).from(t.decision).where(which);
  const decisions = await sql.select().from(t.decision).where(which).orderBy(asc(t.decision.createdAt), asc(t.decision.id));
  const proposals = await sql
    .select()
    .from(t.decisionWording)
    .where(inArray(t.decisionWording.decisionId, ids))
    .orderBy(desc(t.decisionWording.version));
  const said = await sql.select().from(t.decisionSaid).where(inArray(t.decisionSaid.decisionId, ids)).orderBy(asc(t.decisionSaid.n));
  return { decisions, proposals, said };
}

/** Everybody these rows speak of. */
export function peopleIn(rows: ExportRows): (string | null)[] {
  return [
    ...[...rows.team, ...rows.endorsements, ...rows.pledges, ...rows.possible, ...rows.said].map((row) => row.personId),
    ...rows.rooms.flatMap((row) => [row.personId, row.askedBy, row.acceptedBy]),
    ...rows.asks.flatMap((row) => [row.personId, row.askedBy]),
    ...rows.steps.flatMap((row) => [row.personId, row.toPersonId]),
    ...rows.decisions.flatMap((row) => [row.decidedBy, ...(row.asked ?? [])]),
    ...rows.proposals.map((row) => row.putBy),
  ];
}

/** A team whose people have done things that count, written straight into the rows, for tests of the leadership mirror. */
import { eq } from 'drizzle-orm';
import type { Db } from '#server/db/db.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Seat } from '#shared/policy/facts.ts';
import { anInitiative, aPerson, began } from './an-initiative.ts';

/** Weeks counted from the Monday the initiatives of tests began on. */
export const aYear = {
  inWeek: (week: number, day = 0): Date => new Date(began.getTime() + (week * 7 + day) * dayMs),
};

export interface TeamGiven {
  /** How many members acted in the first week. */
  readonly size: number;
  /** People with a seat besides; silent, unless they are `acting`. */
  readonly also?: Readonly<Record<string, Seat>>;
  readonly acting?: readonly string[];
  readonly perspectives?: (at: number) => Perspective[];
  /** star: the others all work on a card of the first one. */
  readonly builds?: 'star';
}

/** Each of the team asks something once in the first week. @returns the id of the initiative */
export async function aTeamThatActed(db: Db, { size, also = {}, acting = [], perspectives = () => [], builds }: TeamGiven): Promise<string> {
  const people = await Promise.all(Array.from({ length: size }, (_, at) => aPerson(db, `Member ${at}`)));
  const seats = people.map((personId) => [personId, 'member'] as const);
  const id = await anInitiative(db, { team: { ...Object.fromEntries(seats), ...also } });
  await db.transact(async ({ sql, t }) => {
    for (const [at, personId] of people.entries()) {
      await sql
        .insert(t.membership)
        .values({ initiativeId: id, personId, seat: 'member', perspectives: perspectives(at), joinedAt: began, leftAt: null })
        .onConflictDoUpdate({ target: [t.membership.initiativeId, t.membership.personId], set: { perspectives: perspectives(at) } });
    }
  });
  await ask(db, id, { at: aYear.inWeek(0, 1), people: [...people, ...acting] });
  if (builds === 'star') await star(db, id, people);
  return id;
}

/** So many of those who have acted, besides one, ask again. */
aTeamThatActed.actAgain = async (db: Db, id: string, { at, people, besides }: { at: Date; people: number; besides: string }): Promise<void> => {
  const { sql, t } = db;
  const acted = await sql.selectDistinct({ personId: t.activity.personId }).from(t.activity).where(eq(t.activity.initiativeId, id));
  const others = acted.flatMap(({ personId }) => (personId === null || personId === besides ? [] : personId));
  await ask(db, id, { at, people: others.toSorted().slice(0, people) });
};

async function ask(db: Db, initiativeId: string, { at, people }: { at: Date; people: readonly string[] }): Promise<void> {
  await db.transact(async ({ sql, t }) => {
    for (const personId of people)
      await sql.insert(t.activity).values({ at, what: 'ask.put', initiativeId, personId, elementId: null, values: { title: 'May we?' } });
  });
}

/** Everybody works on what the first one had put on the board. */
async function star(db: Db, initiativeId: string, [first = '', ...others]: readonly string[]): Promise<void> {
  const card = { initiativeId, elementId: newId(), values: { kind: 'measure', state: 'counting' } };
  await db.transact(async ({ sql, t }) => {
    await sql.insert(t.activity).values({ ...card, at: aYear.inWeek(0, 2), what: 'board.element-added', personId: first });
    for (const personId of others) await sql.insert(t.activity).values({ ...card, at: aYear.inWeek(0, 3), what: 'board.element-changed', personId });
  });
}

import { expect, test } from 'vitest';
import { lastActivity } from '#server/boards/store.ts';
import { rowsForExport } from '#server/board-export/store.ts';
import { activityOf, lookOf, movedAfter, putLook } from '#server/features/boards/store.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker, anInitiative, aPerson } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const at = new Date('2027-03-02T09:00:00Z');

onBothDatabases('boards beside their document', (database) => {
  async function happen(initiativeId: string, what: ActivityName, personId: string | null, elementId: string | null = null): Promise<void> {
    await database().transact(({ sql, t }) =>
      sql.insert(t.activity).values({ at, what, initiativeId, personId, elementId, values: { title: 'As it was called then' } }),
    );
  }

  test('activity comes newest first, a page at a time, and never another initiative’s', async () => {
    const [id, other] = [await anInitiative(database()), await anInitiative(database())];
    for (const what of ['initiative.lit', 'initiative.joined', 'initiative.left'] as const) await happen(id, what, null);
    await happen(other, 'initiative.lit', null);
    const first = await activityOf(database(), id, { before: null, limit: 2 });
    expect(first.map((row) => row.what)).toEqual(['initiative.left', 'initiative.joined']);
    const second = await activityOf(database(), id, { before: first.at(-1)?.id ?? 0, limit: 2 });
    expect(second.map((row) => row.what)).toEqual(['initiative.lit']);
  });

  test('what happened to a card carries the title the card has now', async () => {
    const id = await anInitiative(database());
    const elementId = await aBlocker(database(), id, { title: 'The lift is too small' });
    await happen(id, 'board.element-added', null, elementId);
    await happen(id, 'board.element-added', null, newId());
    expect((await activityOf(database(), id, { before: null, limit: 9 })).map((row) => row.titleNow)).toEqual([null, 'The lift is too small']);
  });

  test('moved is what others did after a look; what nobody in particular did counts', async () => {
    const [ruth, amina] = [await aPerson(database(), 'Ruth'), await aPerson(database(), 'Amina')];
    const id = await anInitiative(database(), { team: { [ruth]: 'co-owner' } });
    await happen(id, 'initiative.lit', amina);
    const seen = await lastActivity(database(), id);
    await happen(id, 'initiative.joined', amina);
    await happen(id, 'initiative.changed', ruth);
    await happen(id, 'board.restored', null);
    const moved = await movedAfter(database(), { initiativeId: id, personId: ruth, activityId: seen, limit: 9 });
    expect(moved.map((row) => row.what)).toEqual(['board.restored', 'initiative.joined']);
  });

  test('a look moves forward only, one a person and initiative', async () => {
    const ruth = await aPerson(database(), 'Ruth');
    const id = await anInitiative(database(), { team: { [ruth]: 'co-owner' } });
    expect(await lookOf(database(), id, ruth)).toBeNull();
    const look = (activityId: number) => database().transact((tx) => putLook(tx, { personId: ruth, initiativeId: id, at, activityId }));
    await Promise.all([look(7), look(12), look(9)]);
    expect(await lookOf(database(), id, ruth)).toMatchObject({ activityId: 12 });
    await look(3);
    expect(await lookOf(database(), id, ruth)).toMatchObject({ activityId: 12 });
  });

  test('what leaves Kindling has its people, and tells apart who stands behind it and who no longer does', async () => {
    const [ruth, dev, mei] = [await aPerson(database(), 'Ruth'), await aPerson(database(), 'Dev'), await aPerson(database(), 'Mei')];
    const id = await anInitiative(database(), { team: { [ruth]: 'co-owner' } });
    const said = {
      initiativeId: id,
      office: 'manager' as const,
      reason: 'It is right.',
      purpose: 'x',
      purposeHash: 'x',
      createdAt: at,
      withdrawnWhy: '',
    };
    await database().transact(async ({ sql, t }) => {
      await sql.insert(t.endorsement).values({ ...said, personId: dev, withdrawnAt: null });
      await sql.insert(t.endorsement).values({ ...said, personId: mei, withdrawnAt: at });
    });
    const rows = await rowsForExport(database(), id);
    expect(rows.initiative?.id).toBe(id);
    expect(rows.team.map((row) => row.personId)).toEqual([ruth]);
    const ends = new Map(rows.endorsements.map((row) => [row.personId, row.withdrawnAt]));
    expect(ends).toEqual(
      new Map([
        [dev, null],
        [mei, at],
      ]),
    );
    expect((await rowsForExport(database(), newId())).initiative).toBeNull();
  });
});

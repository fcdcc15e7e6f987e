import { beforeEach, expect, test } from 'vitest';
import * as invitations from '#server/features/initiatives/invitations/store.ts';
import * as light from '#server/features/initiatives/light/store.ts';
import * as store from '#server/features/initiatives/store.ts';
import { leaveSeat } from '#server/features/initiatives/team/store.ts';
import { changePerspectives, noteArrival, type SeatToTake, takeSeat } from '#server/seats/store.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Seat } from '#shared/policy/facts.ts';
import { aBlocker, anInitiative, aPerson, began } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const later = new Date('2027-04-01T08:00:00Z');

onBothDatabases('initiatives', (database) => {
  let amina = '';
  let joe = '';
  let id = '';
  beforeEach(async () => {
    amina = await aPerson(database(), 'Amina');
    joe = await aPerson(database(), 'Joe');
    id = await anInitiative(database(), { team: { [amina]: 'co-owner' } });
  });

  const take = (personId: string, seat: Seat, more: Partial<SeatToTake> = {}) =>
    database().transact((tx) => takeSeat(tx, { initiativeId: id, personId, seat, perspectives: [], at: later, ...more }));
  const leave = (personId: string, initiativeId = id) =>
    database().transact(async (tx) => {
      await store.holdInitiative(tx, initiativeId);
      return leaveSeat(tx, initiativeId, personId, later);
    });
  const seatOf = async (personId: string) => (await store.teamOf(database(), id)).find((one) => one.personId === personId)?.seat ?? null;

  test('a seat is taken once, ten at once', async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, () => take(joe, 'member', { perspectives: ['receiving'] })));
    expect(taken.filter((one) => one === 'joined')).toHaveLength(1);
    expect(await store.teamOf(database(), id)).toMatchObject([
      { personId: amina },
      { personId: joe, seat: 'member', perspectives: ['receiving'], joinedAt: later },
    ]);
  });

  test('a seat is raised, never lowered, and keeps its perspectives unless new ones are said', async () => {
    await take(joe, 'reader', { perspectives: ['witnessing'] });
    expect(await take(joe, 'member')).toBe('raised');
    expect(await take(joe, 'commenter')).toBe('kept');
    expect(await take(joe, 'member')).toBe('kept');
    expect(await take(joe, 'co-owner', { perspectives: ['leading'] })).toBe('raised');
    expect((await store.teamOf(database(), id))[1]).toMatchObject({ seat: 'co-owner', perspectives: ['leading'] });
  });

  test('somebody who left and comes back sits where they are now invited to', async () => {
    await take(joe, 'co-owner');
    expect(await leave(joe)).toBe(true);
    expect(await database().transact((tx) => changePerspectives(tx, { initiativeId: id, personId: joe, perspectives: ['leading'] }))).toBe(false);
    expect(await seatOf(joe)).toBeNull();
    expect(await take(joe, 'member')).toBe('joined');
    expect(await seatOf(joe)).toBe('member');
  });

  test('the last co-owner can not leave; a member can', async () => {
    await take(joe, 'member');
    expect(await leave(amina)).toBe(false);
    expect(await leave(joe)).toBe(true);
    expect(await leave(joe)).toBe(false);
    expect(await seatOf(amina)).toBe('co-owner');
  });

  test('of the last two co-owners who leave at the same moment, one stays', async () => {
    for (let round = 0; round < 10; round++) {
      const both = await anInitiative(database(), { team: { [amina]: 'co-owner', [joe]: 'co-owner' } });
      const left = await Promise.all([leave(amina, both), leave(joe, both)]);
      expect(left.filter(Boolean)).toHaveLength(1);
      expect(await store.teamOf(database(), both)).toHaveLength(1);
    }
  });

  test('coming in by another door answers open invitations to no more than that seat', async () => {
    const member = await invited(joe, 'member');
    const coOwner = await invited(joe, 'co-owner');
    await database().transact((tx) => noteArrival(tx, { initiativeId: id, personId: joe, seat: 'member', perspectives: [], at: later }));
    expect(await invitations.invitationRow(database(), member)).toMatchObject({ answer: 'yes', answeredAt: later });
    expect(await invitations.invitationRow(database(), coOwner)).toMatchObject({ answer: null });
    expect((await store.initiativeRow(database(), id))?.movedAt).toEqual(later);
  });

  test('an answer is changed until the invitation is taken back; a yes is not taken back', async () => {
    const one = await invited(joe, 'member');
    const answer = (said: 'yes' | 'not-now' | 'ask-after') =>
      database().transact((tx) =>
        invitations.answerInvitation(tx, { id: one, answer: said, line: '', askAfter: '2027-09-01', perspectives: [] }, later),
      );
    const withdraw = () => database().transact((tx) => invitations.withdrawInvitation(tx, one, later));
    expect(await answer('ask-after')).toBe(true);
    expect(await invitations.invitationRow(database(), one)).toMatchObject({ askAfter: '2027-09-01' });
    expect(await answer('yes')).toBe(true);
    expect(await invitations.invitationRow(database(), one)).toMatchObject({ answer: 'yes', askAfter: null });
    expect(await withdraw()).toBe(false);
    await answer('not-now');
    expect(await withdraw()).toBe(true);
    expect(await withdraw()).toBe(false);
    expect(await answer('yes')).toBe(false);
    expect(await invitations.invitationsTo(database(), joe)).toEqual([]);
    expect(await invitations.invitationsOf(database(), id)).toHaveLength(1);
  });

  test('more invitations than fit into one statement are all made, each id once', async () => {
    const rows = Array.from({ length: 1200 }, () => ({
      id: newId(),
      initiativeId: id,
      personId: newId(),
      invitedBy: amina,
      seat: 'member' as const,
      perspective: null,
      line: '',
      createdAt: later,
    }));
    await database().transact((tx) => invitations.addInvitations(tx, rows));
    await database().transact((tx) => invitations.addInvitations(tx, rows));
    const found = await database().sql.$count(database().t.invitation, undefined);
    expect(Number(found)).toBeGreaterThanOrEqual(1200);
    expect(await invitations.invitationsOf(database(), id)).toHaveLength(300);
  });

  test('a card counts open blockers, sponsors who stand, sites and perspectives', async () => {
    await take(joe, 'member', { perspectives: ['receiving', 'witnessing'] });
    for (const blocker of [
      {},
      { state: 'system-ask' },
      { state: 'freed' },
      { state: 'not-for-now' },
      { archivedAt: later },
      { kind: 'question', state: 'open' },
    ])
      await aBlocker(database(), id, blocker);
    await database().transact(async (tx) => {
      await tx.sql
        .insert(tx.t.site)
        .values([{ id: 'site-one', name: 'One', position: 1, archivedAt: null }])
        .onConflictDoNothing();
      const stands = { initiativeId: id, office: 'manager' as const, reason: '', purpose: '', purposeHash: '', createdAt: began, withdrawnWhy: '' };
      await tx.sql.insert(tx.t.endorsement).values([
        { ...stands, personId: amina, withdrawnAt: null },
        { ...stands, personId: joe, withdrawnAt: later },
      ]);
      await store.putSites(tx, id, ['site-one', 'site-one']);
    });
    const other = await anInitiative(database());
    const counts = await store.countsOf(database(), [id, other]);
    expect(counts.get(id)).toEqual({
      members: 2,
      perspectives: new Set(['receiving', 'witnessing']),
      siteIds: ['site-one'],
      sponsors: 1,
      openBlockers: 2,
    });
    expect(counts.get(other)).toEqual({ members: 0, perspectives: new Set(), siteIds: [], sponsors: 0, openBlockers: 0 });
    expect(await store.unknownSites(database(), ['site-one', 'site-two'])).toEqual(['site-two']);
  });

  test('the list shows what moved last first, and mine alone', async () => {
    const other = await anInitiative(database(), { title: 'Later', team: { [joe]: 'member' } });
    await database().transact((tx) => store.touch(tx, other, new Date('2028-01-01T00:00:00Z')));
    expect((await store.listInitiatives(database(), {}))[0]?.id).toBe(other);
    expect((await store.listInitiatives(database(), { withPerson: joe })).map((row) => row.id)).toEqual([other]);
    await leave(joe, other);
    expect(await store.listInitiatives(database(), { withPerson: joe })).toEqual([]);
    expect(await store.listInitiatives(database(), { state: 'learned', withPerson: amina })).toEqual([]);
  });

  test('a state is moved once; the same state again is no news', async () => {
    const moves = await Promise.all(
      Array.from({ length: 5 }, () => database().transact((tx) => store.changeInitiative(tx, id, { state: 'resting' }, later))),
    );
    expect(moves.filter(Boolean)).toHaveLength(1);
  });

  test('only sparks that are on the wall are lit, and an initiative is added once', async () => {
    const [open, gone] = [await aSpark({ state: 'open' }), await aSpark({ state: 'withdrawn' })];
    expect((await database().transact((tx) => light.lightSparks(tx, [open, gone]))).map((spark) => spark.id)).toEqual([open]);
    const row = await store.initiativeRow(database(), id);
    if (row === null) throw new Error('the initiative is there');
    const added = await Promise.all(
      Array.from({ length: 5 }, (_one, at) =>
        database().transact((tx) => light.addInitiative(tx, { ...row, id: `${id}-new`.slice(-30), title: `${at}` })),
      ),
    );
    expect(added.filter(Boolean)).toHaveLength(1);
  });

  test('only an author who stands beside the spark by name is near it', async () => {
    const ids = [
      await aSpark({ authorId: joe, nameShown: 'name' }),
      await aSpark({ authorId: amina, nameShown: 'role' }),
      await aSpark({ authorId: null, nameShown: 'unnamed' }),
    ];
    expect(await light.namedAuthorsOf(database(), ids)).toEqual([joe]);
  });

  async function invited(personId: string, seat: Seat): Promise<string> {
    const row = { id: newId(), initiativeId: id, personId, invitedBy: amina, seat, perspective: null, line: '', createdAt: began };
    await database().transact((tx) => invitations.addInvitations(tx, [row]));
    return row.id;
  }

  async function aSpark(more: { state?: 'open' | 'withdrawn'; authorId?: string | null; nameShown?: 'name' | 'role' | 'unnamed' }): Promise<string> {
    const row = {
      id: newId(),
      kind: 'need' as const,
      state: 'open' as const,
      title: 'A',
      body: '',
      searchText: 'a',
      siteId: null,
      authorId: null,
      nameShown: 'unnamed' as const,
      perspectives: [],
      present: '',
      createdAt: began,
      ...more,
    };
    await database().transact((tx) => tx.sql.insert(tx.t.spark).values(row));
    return row.id;
  }
});

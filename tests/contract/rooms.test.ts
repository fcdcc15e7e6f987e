import { beforeEach, expect, test } from 'vitest';
import { reachOf } from '#server/faces/store.ts';
import * as store from '#server/features/rooms/store.ts';
import { writersOf } from '#server/seats/store.ts';
import type { RoomWords } from '#shared/features/rooms/model.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker, aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { roomWords } from '#tests/helpers/a-room.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const began = new Date('2027-03-02T08:00:00Z');
const later = new Date('2027-03-09T08:00:00Z');
const words: RoomWords = roomWords();
const many = <T>(act: (i: number) => Promise<T>) => Promise.all(Array.from({ length: 10 }, (_, i) => act(i)));
const count = (done: readonly boolean[]) => done.filter(Boolean).length;

onBothDatabases('rooms to test', (database) => {
  let dev = '';
  let ruth = '';
  let amina = '';
  let initiativeId = '';
  beforeEach(async () => {
    [dev, ruth, amina] = [await aPerson(database(), 'Dev'), await aPerson(database(), 'Ruth'), await aPerson(database(), 'Amina')];
    initiativeId = await anInitiative(database(), { team: { [ruth]: 'co-owner', [amina]: 'member' } });
  });

  const empty = {
    acceptedBy: null,
    acceptedAt: null,
    coveredAt: null,
    closedAt: null,
    why: '',
    learned: '',
    learnedBy: null,
    learnedAt: null,
    endTold: null,
  };
  async function asked(more: Partial<store.RoomRow> = {}): Promise<string> {
    const id = newId();
    const row: store.RoomRow = {
      id,
      initiativeId,
      personId: dev,
      state: 'asked',
      version: 0,
      askedBy: ruth,
      message: 'May we try?',
      createdAt: began,
      ...empty,
      ...more,
    };
    await database().transact((tx) => store.addRoom(tx, row));
    return id;
  }
  const write = (id: string, version: number, more: Partial<RoomWords> = {}, personId = dev) =>
    database().transact((tx) => store.writeRoom(tx, id, { personId, version, at: later }, { ...words, ...more }));
  const accept = (id: string, version: number, personId = ruth) =>
    database().transact((tx) => store.acceptRoom(tx, id, version, { personId, at: later }));
  const close = (id: string, act: 'decline' | 'revoke' | 'finish', personId = dev) =>
    database().transact((tx) => store.closeRoom(tx, id, act, { personId, why: 'So it is.', at: later }));
  const read = async (id: string) => store.roomById(database(), id);

  test('the same id is added once, ten at once', async () => {
    const id = newId();
    const row: store.RoomRow = {
      ...empty,
      id,
      initiativeId,
      personId: dev,
      state: 'asked',
      version: 0,
      askedBy: ruth,
      message: 'Please',
      createdAt: began,
    };
    expect(count(await many(() => database().transact((tx) => store.addRoom(tx, row))))).toBe(1);
    expect(await store.roomsOf(database(), initiativeId)).toEqual([{ ...row, title: 'Shorter waits', wordings: [], tests: [] }]);
  });

  test('words go in and come out equal, and every wording is kept', async () => {
    const id = await asked();
    expect(await write(id, 0)).toBe(true);
    expect(await write(id, 1, { where: 'Ward 5' })).toBe(true);
    const room = await read(id);
    expect(room).toMatchObject({ state: 'offered', version: 2 });
    expect(room?.wordings.map(({ roomId: _room, version: _version, createdAt: _at, ...said }) => said)).toEqual([
      { ...words, where: 'Ward 5' },
      words,
    ]);
  });

  test('of ten writings of one version one holds; somebody else writes nothing', async () => {
    const id = await asked();
    expect(await write(id, 0, {}, ruth)).toBe(false);
    expect(count(await many((i) => write(id, 0, { where: `Ward ${i}` })))).toBe(1);
    expect((await read(id))?.wordings).toHaveLength(1);
    expect(await write(id, 0)).toBe(false);
  });

  test('it is accepted once, in the version that was read, and never by its sponsor', async () => {
    const id = await asked();
    expect(await accept(id, 0)).toBe(false);
    await write(id, 0);
    expect(await accept(id, 1, dev)).toBe(false);
    expect(await accept(id, 2)).toBe(false);
    expect(count(await many((i) => accept(id, 1, i % 2 === 0 ? ruth : amina)))).toBe(1);
    expect(await read(id)).toMatchObject({ state: 'accepted', acceptedAt: later, coveredAt: later });
  });

  test('words changed after the acceptance are an offer again, and that it was covered is remembered', async () => {
    const id = await asked();
    await write(id, 0);
    await accept(id, 1);
    expect(await write(id, 1, { until: '2027-08-01' })).toBe(true);
    expect(await read(id)).toMatchObject({ state: 'offered', version: 2, acceptedBy: null, acceptedAt: null, coveredAt: later });
    expect(await accept(id, 1)).toBe(false);
  });

  test('whichever comes first, an acceptance never outlives the sponsor taking it back', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await asked();
      await write(id, 0);
      await Promise.all(round % 2 === 0 ? [accept(id, 1), close(id, 'revoke')] : [close(id, 'revoke'), accept(id, 1)]);
      expect((await read(id))?.state).toBe('taken-back');
      expect(await accept(id, 1)).toBe(false);
    }
  });

  test('only what is possible closes it, and only once', async () => {
    const id = await asked();
    expect(await close(id, 'revoke')).toBe(false);
    expect(await close(id, 'decline', ruth)).toBe(false);
    expect(count(await many(() => close(id, 'decline')))).toBe(1);
    expect(await read(id)).toMatchObject({ state: 'declined', why: 'So it is.', closedAt: later });
    expect(await close(id, 'finish', ruth)).toBe(false);
    const other = await asked();
    await write(other, 0);
    expect(await close(other, 'revoke', ruth)).toBe(false);
    expect(await close(other, 'finish', ruth)).toBe(true);
    expect(await write(other, 1, { where: 'Ward 9' })).toBe(false);
  });

  test('what was learned is said of what was covered, by one person', async () => {
    const learn = (id: string, personId: string, learned: string) =>
      database().transact((tx) => store.learnFrom(tx, id, { personId, learned, at: later }));
    const id = await asked();
    await write(id, 0);
    expect(await learn(id, ruth, 'Nothing yet')).toBe(false);
    await accept(id, 1);
    expect(count(await Promise.all([learn(id, ruth, 'People slept.'), learn(id, amina, 'We slept.')]))).toBe(1);
    const said = (await read(id))?.learnedBy ?? '';
    expect(await learn(id, said, 'People slept better.')).toBe(true);
    expect(await learn(id, said === ruth ? amina : ruth, 'No.')).toBe(false);
  });

  test('it covers a test once, by the name the card has now', async () => {
    const id = await asked();
    const elementId = await aBlocker(database(), initiativeId, { kind: 'test-of-change', state: 'planned', title: 'Walk at six' });
    const link = () => database().transact((tx) => store.linkTest(tx, { roomId: id, elementId, linkedBy: ruth, linkedAt: later }));
    expect(count(await many(link))).toBe(1);
    expect((await read(id))?.tests).toEqual([{ elementId, title: 'Walk at six' }]);
    const unlink = () => database().transact((tx) => store.unlinkTest(tx, id, elementId));
    expect([await unlink(), await unlink()]).toEqual([true, false]);
  });

  test('mine are only mine, and the team is who writes', async () => {
    const id = await asked();
    await asked({ personId: amina });
    expect((await store.roomsBy(database(), dev)).map((room) => room.id)).toEqual([id]);
    expect((await writersOf(database(), initiativeId)).toSorted()).toEqual([ruth, amina].toSorted());
    expect([await reachOf(database(), dev), await reachOf(database(), newId())]).toEqual(['account', null]);
  });
});

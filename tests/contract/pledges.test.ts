import { beforeEach, expect, test } from 'vitest';
import * as store from '#server/features/pledges/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const given = new Date('2027-03-02T08:00:00Z');
const later = new Date('2027-03-09T08:00:00Z');

onBothDatabases('pledges', (database) => {
  let dev = '';
  let ruth = '';
  let initiativeId = '';
  beforeEach(async () => {
    dev = await aPerson(database(), 'Dev');
    ruth = await aPerson(database(), 'Ruth');
    initiativeId = await anInitiative(database());
  });

  async function pledged(more: Partial<store.PledgeRow> = {}): Promise<string> {
    const id = newId();
    const said = { id, initiativeId, personId: dev, kind: 'time', what: 'An hour a week', until: '2027-04-01', state: 'given', why: '' } as const;
    await database().transact((tx) =>
      store.addPledge(tx, { ...said, createdAt: given, endedAt: null, confirmedBy: null, confirmedAt: null, ...more }),
    );
    return id;
  }
  const finish = (id: string, personId: string, state: 'kept' | 'could-not' = 'kept') =>
    database().transact((tx) => store.finishPledge(tx, id, personId, { state, why: 'So it went.', endedAt: later }));
  const confirm = (id: string, personId: string) => database().transact((tx) => store.confirmPledge(tx, id, personId, later));

  test('the same id is added once, ten at once', async () => {
    const id = newId();
    const row = {
      id,
      initiativeId,
      personId: dev,
      kind: 'money',
      what: '£50',
      until: null,
      state: 'given',
      why: '',
      createdAt: given,
      endedAt: null,
      confirmedBy: null,
      confirmedAt: null,
    } as const;
    const added = await Promise.all(Array.from({ length: 10 }, () => database().transact((tx) => store.addPledge(tx, row))));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await store.pledgesOf(database(), initiativeId)).toEqual([{ ...row, title: 'Shorter waits' }]);
  });

  test('a pledge ends once, by its giver, even ten times at once', async () => {
    const id = await pledged();
    expect(await finish(id, ruth)).toBe(false);
    const ended = await Promise.all(Array.from({ length: 10 }, (_, i) => finish(id, dev, i % 2 === 0 ? 'kept' : 'could-not')));
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await store.pledgeById(database(), id)).toMatchObject({
      state: ended[0] === true ? 'kept' : expect.any(String),
      why: 'So it went.',
      endedAt: later,
    });
  });

  test('it is confirmed once it has ended, once, and never by its giver', async () => {
    const id = await pledged();
    expect(await confirm(id, ruth)).toBe(false);
    await finish(id, dev);
    expect(await confirm(id, dev)).toBe(false);
    const confirmed = await Promise.all(Array.from({ length: 10 }, () => confirm(id, ruth)));
    expect(confirmed.filter(Boolean)).toHaveLength(1);
    expect(await store.pledgeById(database(), id)).toMatchObject({ confirmedBy: ruth, confirmedAt: later });
  });

  test('they are counted by kind and state', async () => {
    const before = await store.pledgeCounts(database());
    const ofSpace = (counts: typeof before) => counts.filter((one) => one.kind === 'space').map(({ state, count }) => `${state} ${count}`);
    expect(ofSpace(before)).toEqual([]);
    await Promise.all([pledged({ kind: 'space' }), pledged({ kind: 'space', personId: ruth })]);
    await finish(await pledged({ kind: 'space' }), dev, 'could-not');
    expect(ofSpace(await store.pledgeCounts(database())).toSorted()).toEqual(['could-not 1', 'given 2']);
  });

  test('mine come unfinished first by their date, those without a date next, the finished last', async () => {
    const june = await pledged({ until: '2027-06-01' });
    const never = await pledged({ until: null });
    const april = await pledged({ until: '2027-04-01' });
    const finished = await pledged({ until: '2027-01-01' });
    await finish(finished, dev);
    await pledged({ personId: ruth });
    expect((await store.pledgesBy(database(), dev)).map((row) => row.id)).toEqual([april, june, never, finished]);
  });
});

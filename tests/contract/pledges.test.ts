import { beforeEach, expect, test } from 'vitest';
import * as news from '#server/features/pledges/news/store.ts';
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

  test('its day moves while it is open, for its giver, from the day they knew; of ten at once one does', async () => {
    const id = await pledged();
    const hold = (personId: string, from: string | null, to: string | null) =>
      database().transact((tx) => news.holdTo(tx, { id, personId }, { from, to }));
    expect(await hold(ruth, '2027-04-01', '2027-05-01')).toBe(false);
    expect(await hold(dev, '2027-03-31', '2027-05-01')).toBe(false);
    const moved = await Promise.all(Array.from({ length: 10 }, (_, n) => hold(dev, '2027-04-01', `2027-05-${10 + n}`)));
    expect(moved.filter(Boolean)).toHaveLength(1);
    const until = `2027-05-${10 + moved.indexOf(true)}`;
    expect(await store.pledgeById(database(), id)).toMatchObject({ until });
    expect(await hold(dev, until, null)).toBe(true);
    expect(await hold(dev, null, null)).toBe(true);
    await finish(id, dev);
    expect(await hold(dev, null, '2027-09-01')).toBe(false);
  });

  test('news is added once by its id, and read in the order it was told', async () => {
    const [one, other] = [await pledged(), await pledged()];
    const told = (pledgeId: string, line: string) => ({ id: newId(), pledgeId, line, at: later, moves: false, fromDay: null, toDay: null });
    const first = told(one, 'Half of it');
    const added = await Promise.all(Array.from({ length: 10 }, () => database().transact((tx) => news.addNews(tx, first))));
    expect(added.filter(Boolean)).toHaveLength(1);
    const second = { ...told(one, 'All but one'), at: given, moves: true, fromDay: '2027-04-01', toDay: null };
    await database().transact((tx) => news.addNews(tx, second));
    await database().transact((tx) => news.addNews(tx, told(other, 'Not yet')));
    expect((await news.newsOf(database(), [one, other])).get(one)?.map(({ line, toDay }) => [line, toDay])).toEqual([
      ['Half of it', null],
      ['All but one', null],
    ]);
    expect(await news.newsById(database(), second.id)).toMatchObject(second);
    expect(await news.newsById(database(), newId())).toBeNull();
    expect(await news.newsOf(database(), [])).toEqual(new Map());
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

import { beforeEach, expect, test } from 'vitest';
import * as store from '#server/features/endorsements/store.ts';
import { aPerson, anInitiative, purpose } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const morning = new Date('2027-03-02T08:00:00Z');
const evening = new Date('2027-03-02T20:00:00.123Z');

onBothDatabases('endorsements', (database) => {
  let dev = '';
  let initiativeId = '';
  beforeEach(async () => {
    dev = await aPerson(database(), 'Dev');
    initiativeId = await anInitiative(database());
  });

  function said(more: Partial<store.EndorsementRow> = {}): store.EndorsementRow {
    const words = { office: 'manager', reason: 'It works.', purpose, purposeHash: 'hash-1' } as const;
    return { initiativeId, personId: dev, ...words, createdAt: morning, withdrawnAt: null, withdrawnWhy: '', ...more };
  }
  const put = (row: store.EndorsementRow) => database().transact((tx) => store.putEndorsement(tx, row));
  const end = (personId: string) =>
    database().transact((tx) => store.endEndorsement(tx, initiativeId, personId, { why: 'We changed course.', at: evening }));

  test('a person has one endorsement an initiative; the same words again say nothing new, other words renew it', async () => {
    expect(await put(said())).toBe(true);
    expect(await put(said({ createdAt: evening }))).toBe(false);
    expect((await store.endorsementOf(database(), initiativeId, dev))?.createdAt).toEqual(morning);
    expect(await put(said({ createdAt: evening, reason: 'It still works.' }))).toBe(true);
    expect(await store.endorsementsOf(database(), initiativeId)).toMatchObject([
      { personId: dev, reason: 'It still works.', createdAt: evening, title: 'Shorter waits' },
    ]);
  });

  test('ten at once leave one row and one of them is news', async () => {
    const news = await Promise.all(Array.from({ length: 10 }, () => put(said())));
    expect(news.filter(Boolean)).toHaveLength(1);
    expect(await store.endorsementsOf(database(), initiativeId)).toHaveLength(1);
  });

  test('withdrawing happens once, even ten times at once, and touches nobody else’s', async () => {
    const mei = await aPerson(database(), 'Mei');
    await put(said());
    await put(said({ personId: mei }));
    const ended = await Promise.all(Array.from({ length: 10 }, () => end(dev)));
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await store.endorsementOf(database(), initiativeId, dev)).toMatchObject({ withdrawnAt: evening, withdrawnWhy: 'We changed course.' });
    expect((await store.endorsementOf(database(), initiativeId, mei))?.withdrawnAt).toBeNull();
    expect((await store.endorsementsOf(database(), initiativeId)).map((row) => row.personId)).toEqual([mei, dev]);
  });

  test('after withdrawing one may stand behind it again, with the same words', async () => {
    await put(said());
    await end(dev);
    expect(await store.endorsementsBy(database(), dev)).toEqual([]);
    expect(await put(said({ createdAt: evening }))).toBe(true);
    expect(await store.endorsementsBy(database(), dev)).toMatchObject([{ initiativeId, withdrawnAt: null, withdrawnWhy: '', createdAt: evening }]);
  });

  test('each row comes with the hash of the purpose as it is now', async () => {
    await put(said());
    await database().transact(({ sql, t }) => sql.update(t.initiative).set({ purposeHash: 'hash-2' }).returning());
    expect(await store.endorsementOf(database(), initiativeId, dev)).toMatchObject({ purposeHash: 'hash-1', hashNow: 'hash-2' });
  });
});

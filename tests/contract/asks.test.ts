import { beforeEach, expect, test } from 'vitest';
import { reachOf } from '#server/faces/store.ts';
import { freedBlockers } from '#server/features/asks/freed/store.ts';
import * as store from '#server/features/asks/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker, aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const asked = new Date('2027-03-02T08:00:00Z');
const later = new Date('2027-03-09T08:00:00Z');

onBothDatabases('asks', (database) => {
  let dev = '';
  let ruth = '';
  let initiativeId = '';
  let elementId = '';
  beforeEach(async () => {
    dev = await aPerson(database(), 'Dev');
    ruth = await aPerson(database(), 'Ruth');
    initiativeId = await anInitiative(database());
    elementId = await aBlocker(database(), initiativeId);
  });

  const rowOf = (more: Partial<store.AskRow> = {}): store.AskRow => {
    const put = {
      id: newId(),
      initiativeId,
      elementId,
      personId: dev,
      level: 'team',
      askedBy: ruth,
      message: 'Could you?',
      createdAt: asked,
    } as const;
    return { ...store.freshAsk(put), ...more };
  };
  async function put(more: Partial<store.AskRow> = {}): Promise<string> {
    const row = rowOf(more);
    await database().transact((tx) => store.addAsk(tx, row));
    return row.id;
  }
  const answer = (id: string, personId: string, said: Partial<store.Answered> = {}) =>
    database().transact((tx) =>
      store.answerAsk(
        tx,
        { id, personId, first: false },
        { answer: 'cannot', answerLine: 'No money.', by: null, office: '', answeredAt: later, ...said },
      ),
    );
  const withdraw = (id: string) => database().transact((tx) => store.withdrawAsk(tx, id, later));

  test('the same id is added once, ten at once', async () => {
    const row = rowOf();
    const added = await Promise.all(Array.from({ length: 10 }, () => database().transact((tx) => store.addAsk(tx, row))));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await store.asksOf(database(), initiativeId)).toEqual([{ ...row, title: 'Shorter waits', blocker: 'The lift is too small for a bed' }]);
  });

  test('only the asked person answers; the same answer again is no news, another answer is', async () => {
    const id = await put();
    expect(await answer(id, ruth)).toBe(false);
    expect((await store.askById(database(), id))?.answer).toBeNull();
    const news = await Promise.all(Array.from({ length: 10 }, () => answer(id, dev)));
    expect(news.filter(Boolean)).toHaveLength(1);
    expect(await answer(id, dev, { answer: 'will', answerLine: '', by: '2027-04-01' })).toBe(true);
    expect(await answer(id, dev, { answer: 'will', answerLine: '', by: '2027-04-01' })).toBe(false);
    expect(await answer(id, dev, { answer: 'will', answerLine: '', by: '2027-05-01' })).toBe(true);
    expect(await store.askById(database(), id)).toMatchObject({ answer: 'will', answerLine: '', by: '2027-05-01', answeredAt: later });
  });

  test('an ask is taken back once, and takes no answer after that', async () => {
    const id = await put();
    const ended = await Promise.all(Array.from({ length: 10 }, () => withdraw(id)));
    expect(ended.filter(Boolean)).toHaveLength(1);
    expect(await answer(id, dev)).toBe(false);
    expect(await store.askById(database(), id)).toMatchObject({ answer: null, withdrawnAt: later });
  });

  test('mine come unanswered first, the oldest of them first, without those taken back', async () => {
    const second = await put({ createdAt: new Date('2027-03-03T08:00:00Z') });
    const first = await put();
    const answered = await put({ createdAt: new Date('2027-03-01T08:00:00Z') });
    await answer(answered, dev);
    await withdraw(await put());
    await put({ personId: ruth, askedBy: dev });
    expect((await store.asksTo(database(), dev)).map((row) => row.id)).toEqual([first, second, answered]);
  });

  test('an ask can reach people with accounts', async () => {
    expect(await reachOf(database(), dev)).toBe('account');
    expect(await reachOf(database(), await aPerson(database(), 'Joe', 'guest'))).toBe('guest');
    expect(await reachOf(database(), newId())).toBeNull();
  });

  test('an ask whose blocker has no row any more is still read', async () => {
    const id = await put({ elementId: newId() });
    expect(await store.askById(database(), id)).toMatchObject({ blocker: '' });
  });
});

onBothDatabases('freed blockers', (database) => {
  test('they are found by kind and by words, without those that say no how, are not freed, or were put away', async () => {
    const initiativeId = await anInitiative(database(), { title: 'Doors' });
    const freed = (title: string, blockerKind: string, how: string, more = {}) =>
      aBlocker(database(), initiativeId, { state: 'freed', title, fields: { blockerKind, how, whatWouldFreeUs: 'Leave to try' }, ...more });
    const door = await freed('No garden door', 'regulation', 'One door, 100% on trial, for six months.');
    const rota = await freed('No night rota', 'people-and-time', 'We asked who would LIKE to.');
    await freed('Says nothing', 'regulation', '');
    await freed('Put away', 'regulation', 'Somehow.', { archivedAt: new Date() });
    await aBlocker(database(), initiativeId, { title: 'Still stuck', fields: { blockerKind: 'regulation', how: 'Not yet.' } });
    await aBlocker(database(), initiativeId, { kind: 'question', state: 'freed', title: 'No blocker', fields: { how: 'x' } });
    const find = async (kind: string, ...words: string[]) => (await freedBlockers(database(), { kind, words })).map((row) => row.elementId);
    expect((await find('')).sort()).toEqual([door, rota].sort());
    expect(await find('regulation')).toEqual([door]);
    expect(await find('', 'like', 'NIGHT')).toEqual([rota]);
    expect(await find('', 'leave', 'door')).toEqual([door]);
    expect(await find('', '100%')).toEqual([door]);
    expect(await find('regulation', 'rota')).toEqual([]);
    expect(await find("'; drop table ask; --", '%')).toEqual([]);
    expect(await freedBlockers(database(), { kind: 'regulation', words: [] })).toEqual([
      {
        initiativeId,
        initiative: 'Doors',
        elementId: door,
        title: 'No garden door',
        kind: 'regulation',
        how: 'One door, 100% on trial, for six months.',
      },
    ]);
  });
});

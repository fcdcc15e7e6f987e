import { beforeEach, expect, test } from 'vitest';
import * as store from '#server/features/system-asks/store.ts';
import { coOwnersIn, dropSponsorship, holdOpen, takeSponsorship } from '#server/sponsorship/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker, aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const raised = new Date('2027-03-02T08:00:00Z');
const later = new Date('2027-03-09T08:00:00Z');

onBothDatabases('system asks', (database) => {
  let ruth = '';
  let dev = '';
  let initiativeId = '';
  let elementId = '';
  beforeEach(async () => {
    ruth = await aPerson(database(), 'Ruth');
    dev = await aPerson(database(), 'Dev');
    initiativeId = await anInitiative(database(), { team: { [ruth]: 'co-owner' } });
    elementId = await aBlocker(database(), initiativeId);
  });

  const rowOf = (more: Partial<store.SystemAskRow> = {}): store.SystemAskRow => ({
    id: newId(),
    cause: 'Two records, and no shared view',
    kind: 'it-and-data',
    raisedBy: ruth,
    createdAt: raised,
    forum: '',
    heardOn: null,
    sponsorId: null,
    sponsoredAt: null,
    answer: null,
    answerLine: '',
    next: '',
    answeredAt: null,
    ...more,
  });
  const joinedOf = (systemAskId: string, more: Partial<store.JoinedRow> = {}) => ({
    systemAskId,
    initiativeId,
    elementId,
    story: 'We type it twice.',
    waitCost: '',
    tried: '',
    joinedBy: ruth,
    joinedAt: raised,
    ...more,
  });
  async function raise(more: Partial<store.SystemAskRow> = {}): Promise<string> {
    const row = rowOf(more);
    await database().transact(async (tx) => {
      await store.addSystemAsk(tx, row);
      await store.putJoined(tx, joinedOf(row.id));
    });
    return row.id;
  }
  const join = (id: string, more: Partial<store.JoinedRow> = {}) => database().transact((tx) => store.putJoined(tx, joinedOf(id, more)));
  const leave = (id: string) => database().transact((tx) => store.leave(tx, joinedOf(id), later));
  const take = (id: string, personId: string) => database().transact((tx) => takeSponsorship(tx, { systemAskId: id, personId, at: later }));
  const drop = (id: string, personId: string) => database().transact((tx) => dropSponsorship(tx, { systemAskId: id, personId }));
  const answer = (id: string, personId: string, said: Partial<store.Answered> = {}) =>
    database().transact((tx) =>
      store.answerSystemAsk(tx, id, personId, { answer: 'in-part', answerLine: 'For three people.', next: 'From May.', answeredAt: later, ...said }),
    );

  test('the same id is added once, ten at once', async () => {
    const row = rowOf();
    const added = await Promise.all(Array.from({ length: 10 }, () => database().transact((tx) => store.addSystemAsk(tx, row))));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await store.systemAskById(database(), row.id)).toEqual(row);
  });

  test('a blocker joins once, tells its story anew, leaves, and joins again', async () => {
    const id = await raise();
    const news = await Promise.all(Array.from({ length: 10 }, () => join(id)));
    expect(news.filter((one) => one !== null)).toEqual([]);
    expect(await join(id, { story: 'Every night.' })).toBe('told');
    expect(await store.joinedIn(database(), [id])).toMatchObject([
      { story: 'Every night.', initiative: 'Shorter waits', title: 'The lift is too small for a bed', state: 'stuck' },
    ]);
    const left = await Promise.all(Array.from({ length: 10 }, () => leave(id)));
    expect(left.filter(Boolean)).toHaveLength(1);
    expect(await store.joinedIn(database(), [id])).toEqual([]);
    expect(await store.standsInOne(database(), initiativeId, elementId)).toBe(false);
    const again = await Promise.all(Array.from({ length: 10 }, () => join(id, { joinedAt: later })));
    expect(again.filter((one) => one === 'joined')).toHaveLength(1);
    expect(await store.standsInOne(database(), initiativeId, elementId)).toBe(true);
  });

  test('one person takes it there, of ten at once; only they step back, and not after the answer', async () => {
    const id = await raise();
    const people = await Promise.all(Array.from({ length: 10 }, () => aPerson(database(), 'Somebody')));
    const taken = await Promise.all(people.map((one) => take(id, one)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const sponsor = (await store.systemAskById(database(), id))?.sponsorId ?? '';
    expect(people[taken.indexOf(true)]).toBe(sponsor);
    expect(await drop(id, ruth)).toBe(false);
    expect(await drop(id, sponsor)).toBe(true);
    expect(await take(id, dev)).toBe(true);
    expect(await answer(id, dev)).toBe(true);
    expect(await drop(id, dev)).toBe(false);
    expect(await take(id, ruth)).toBe(false);
  });

  test('only the one who takes it there answers; the same answer again is no news, another is', async () => {
    const id = await raise();
    expect(await answer(id, dev)).toBe(false);
    await take(id, dev);
    expect(await answer(id, ruth)).toBe(false);
    const news = await Promise.all(Array.from({ length: 10 }, () => answer(id, dev)));
    expect(news.filter(Boolean)).toHaveLength(1);
    expect(await answer(id, dev, { next: 'From June.' })).toBe(true);
    expect(await store.systemAskById(database(), id)).toMatchObject({ answer: 'in-part', next: 'From June.', answeredAt: later });
  });

  test('once answered, its words stay and nothing joins', async () => {
    const id = await raise();
    expect(await database().transact((tx) => store.changeSystemAsk(tx, id, { forum: 'The board', heardOn: '2027-05-01' }))).toBe(true);
    await take(id, dev);
    await answer(id, dev);
    expect(await database().transact((tx) => store.changeSystemAsk(tx, id, { forum: 'Elsewhere' }))).toBe(false);
    expect(await database().transact((tx) => holdOpen(tx, id))).toBe(false);
    expect(await store.systemAskById(database(), id)).toMatchObject({ forum: 'The board', heardOn: '2027-05-01' });
  });

  test('the list shows what waits longest first, then the answered; what everybody left is passed over', async () => {
    const kind = 'culture';
    const second = await raise({ kind, createdAt: later });
    const first = await raise({ kind });
    await leave(await raise({ kind }));
    const answered = await raise({ kind });
    await take(answered, dev);
    await answer(answered, dev);
    await leave(answered);
    expect((await store.listSystemAsks(database(), kind)).map((row) => row.id)).toEqual([first, second, answered]);
    expect((await store.systemAsksOf(database(), initiativeId)).map((row) => row.id).sort()).toEqual([first, second].sort());
    expect((await store.systemAsksBy(database(), dev)).map((row) => row.id)).toEqual([answered]);
  });

  test('co-owners of every initiative in it are found, each once', async () => {
    const id = await raise();
    const other = await anInitiative(database(), { team: { [dev]: 'co-owner', [ruth]: 'co-owner' } });
    await join(id, { initiativeId: other, elementId: await aBlocker(database(), other) });
    const found = await coOwnersIn(database(), id);
    expect([...found.keys()].sort()).toEqual([dev, ruth].sort());
    expect(found.get(dev)).toBe(other);
  });

  test('open blockers are found by kind, within boards or besides one', async () => {
    const other = await anInitiative(database(), { title: 'Doors' });
    const mine = await aBlocker(database(), initiativeId, { title: 'Mine', fields: { blockerKind: 'training' } });
    const theirs = await aBlocker(database(), other, { title: 'Theirs', fields: { blockerKind: 'training', whatWouldFreeUs: 'A day.' } });
    await aBlocker(database(), other, { state: 'freed', fields: { blockerKind: 'training' } });
    await aBlocker(database(), other, { state: 'not-for-now', fields: { blockerKind: 'training' } });
    await aBlocker(database(), other, { archivedAt: later, fields: { blockerKind: 'training' } });
    const ids = async (asked: Parameters<typeof store.openBlockers>[1]) => (await store.openBlockers(database(), asked)).map((row) => row.elementId);
    expect(await ids({ kind: 'training', besides: initiativeId })).toContain(theirs);
    expect(await ids({ kind: 'training', besides: initiativeId })).not.toContain(mine);
    expect(await ids({ within: [other] })).toEqual([theirs]);
    expect(await ids({ within: [] })).toEqual([]);
    expect(await store.openBlockers(database(), { within: [other] })).toMatchObject([{ initiative: 'Doors', kind: 'training', free: 'A day.' }]);
  });
});

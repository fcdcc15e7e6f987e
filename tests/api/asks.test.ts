import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Ask } from '#shared/features/asks/model.ts';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aBlocker, anInitiative } from '#tests/helpers/an-initiative.ts';
import { refusal, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let cast: Cast;
let elementId = '';
let now = new Date('2027-03-01T12:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  cast = await aCast(server);
});
beforeEach(async () => {
  now = new Date('2027-03-01T12:00:00Z');
  elementId = await aBlocker(server.app.db, cast.id);
});
afterAll(() => server.close());

const message = 'Could the lift go in the next plan?';
const question = ({
  id = cast.id,
  on = elementId,
  ...more
}: { id?: string; on?: string; askId?: string; personId?: string; message?: string } = {}) => ({
  id,
  elementId: on,
  asks: [{ askId: newId(), personId: cast.outsider.personId, message, ...more }],
});
async function put(): Promise<Ask> {
  const { items } = await cast.member.call.asks.put(question());
  if (items[0] === undefined || items.length !== 1) throw new Error('not one ask');
  return items[0];
}
const listed = async (id: string) => (await cast.reader.call.asks.list({ id: cast.id })).items.find((item) => item.id === id);

test('the team asks somebody; the clock runs in public, and it waits on their page', async () => {
  const before = (await cast.outsider.call.people.me()).waiting.asks;
  const ask = await put();
  expect(ask).toMatchObject({
    initiative: { id: cast.id, title: 'Shorter waits' },
    elementId,
    blocker: 'The lift is too small for a bed',
    askedBy: 'Amina',
    waitingDays: 0,
    answer: null,
    toMe: false,
  });
  expect((await cast.outsider.call.people.me()).waiting.asks).toBe(before + 1);
  now = new Date('2027-03-13T12:00:00Z');
  expect(await listed(ask.id)).toMatchObject({ waitingDays: 12, person: { id: cast.outsider.personId, label: 'Dev' } });
  expect((await cast.outsider.call.asks.mine()).items.at(-1)).toMatchObject({ id: ask.id, toMe: true, waitingDays: 12 });
});

test('each of the four answers arrives, stops the clock, and can be changed while the ask stands', async () => {
  const { id } = await put();
  const { answer } = cast.outsider.call.asks;
  expect(await answer({ id, answer: 'tell-more', line: 'How wide is a bed?' })).toMatchObject({
    answer: 'tell-more',
    answerLine: 'How wide is a bed?',
    waitsFor: 'team',
    toMe: true,
  });
  expect(await answer({ id, answer: 'belongs', office: 'Estates', line: 'I have rung them.' })).toMatchObject({
    answer: 'belongs',
    office: 'Estates',
    waitsFor: null,
    waitingDays: null,
  });
  expect(await answer({ id, answer: 'cannot', line: 'There is no shaft.' })).toMatchObject({ answer: 'cannot', by: null });
  expect(await answer({ id, answer: 'will', by: '2027-05-01' })).toMatchObject({ answer: 'will', answerLine: '', by: '2027-05-01' });
  expect(await listed(id)).toMatchObject({ answer: 'will', answeredAt: now.toISOString() });
  expect((await listed(id))?.trail.map((step) => [step.what, step.who, step.answer, step.line])).toEqual([
    ['put', 'Amina', null, message],
    ['answered', 'Dev', 'tell-more', 'How wide is a bed?'],
    ['answered', 'Dev', 'belongs', 'I have rung them.'],
    ['answered', 'Dev', 'cannot', 'There is no shaft.'],
    ['answered', 'Dev', 'will', ''],
  ]);
});

test('only the asked person answers: not the asker, a co-owner, a keeper, or anybody else', async () => {
  const { id } = await put();
  const reply = { id, answer: 'cannot', line: 'Forged.' } as const;
  expect(await refusal(cast.visitor.call.asks.answer(reply))).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
  for (const other of [cast.keeper, cast.coOwner, cast.member, cast.commenter, cast.reader, cast.guest]) {
    expect(await refusal(other.call.asks.answer(reply)), other.name).toMatchObject({ code: 'not-allowed', reason: 'why.addressed-only' });
  }
  expect(await listed(id)).toMatchObject({ answer: null });
});

test('only those who work on the board ask', async () => {
  expect(await refusal(cast.visitor.call.asks.put(question()))).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
  expect(await refusal(cast.guest.call.asks.put(question()))).toMatchObject({ code: 'not-allowed', reason: 'why.claim-first' });
  for (const other of [cast.keeper, cast.outsider])
    expect(await refusal(other.call.asks.put(question({ personId: cast.member.personId }))), other.name).toMatchObject({ reason: 'why.join-first' });
  for (const other of [cast.commenter, cast.reader])
    expect(await refusal(other.call.asks.put(question())), other.name).toMatchObject({ reason: 'why.reading-only' });
  expect(await refusal(cast.visitor.call.asks.mine())).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.visitor.call.asks.list({ id: cast.id }))).toMatchObject({ code: 'not-signed-in' });
});

test('one asks somebody with an account, not oneself, about a blocker that is on this board', async () => {
  const { put: send } = cast.member.call.asks;
  const wrong = async (more: Parameters<typeof question>[0]) => (await refusal(send(question(more)))).fields;
  expect(await wrong({ personId: cast.member.personId })).toEqual([{ field: 'asks.0.personId', reason: 'asks.not-yourself' }]);
  expect(await wrong({ personId: cast.guest.personId })).toEqual([{ field: 'asks.0.personId', reason: 'asks.out-of-reach' }]);
  expect(await wrong({ personId: newId() })).toEqual([{ field: 'asks.0.personId', reason: 'field.unknown' }]);
  expect(await wrong({ on: newId() })).toEqual([{ field: 'elementId', reason: 'asks.no-such-blocker' }]);
  const elsewhere = await aBlocker(server.app.db, await anInitiative(server.app.db));
  expect(await wrong({ on: elsewhere })).toEqual([{ field: 'elementId', reason: 'asks.no-such-blocker' }]);
  const noBlocker = await aBlocker(server.app.db, cast.id, { kind: 'question', state: 'open' });
  expect(await wrong({ on: noBlocker })).toEqual([{ field: 'elementId', reason: 'asks.no-such-blocker' }]);
  const putAway = await aBlocker(server.app.db, cast.id, { archivedAt: now });
  expect(await refusal(send(question({ on: putAway })))).toMatchObject({ code: 'gone', reason: 'asks.blocker-put-away' });
  expect(await wrong({ message: '' })).toEqual([{ field: 'asks.0.message', reason: 'field.required' }]);
});

test('the same ask sent ten times is one ask, also once its blocker was put away; its id is nobody else’s', async () => {
  const askId = newId();
  const input = question({ askId });
  await Promise.all(Array.from({ length: 10 }, () => cast.member.call.asks.put(input)));
  expect((await cast.reader.call.asks.list({ id: cast.id })).items.filter((item) => item.id === askId)).toHaveLength(1);
  const { sql, t } = server.app.db;
  expect((await sql.select().from(t.activity)).filter((row) => row.what === 'ask.put' && row.elementId === elementId)).toHaveLength(1);
  expect(await refusal(cast.coOwner.call.asks.put(input))).toMatchObject({ code: 'conflict', reason: 'asks.id-taken' });
  await server.app.db.transact((tx) => tx.sql.update(t.boardElement).set({ archivedAt: now }).returning());
  expect(await cast.member.call.asks.put(input)).toMatchObject({ items: [{ id: askId }] });
  expect(await refusal(cast.member.call.asks.put(question()))).toMatchObject({ code: 'gone', reason: 'asks.blocker-put-away' });
});

test('an answer needs its date or its words, and a day to come', async () => {
  const { id } = await put();
  const wrong = async (reply: object) => (await refusal(cast.outsider.call.asks.answer({ id, answer: 'will', ...reply }))).fields;
  expect(await wrong({})).toEqual([{ field: 'by', reason: 'field.required' }]);
  expect(await wrong({ by: '2027-02-01' })).toEqual([{ field: 'by', reason: 'field.past' }]);
  expect(await wrong({ answer: 'cannot' })).toEqual([{ field: 'line', reason: 'field.required' }]);
  expect(await wrong({ answer: 'belongs', line: 'Not mine.' })).toEqual([{ field: 'toPersonId', reason: 'field.required' }]);
  expect(await wrong({ answer: 'perhaps' })).toMatchObject([{ field: 'answer', reason: 'field.choice' }]);
  expect(await listed(id)).toMatchObject({ answer: null });
});

test('the team takes an ask back, once; then it needs no answer and takes none', async () => {
  const { id } = await put();
  expect(await refusal(cast.visitor.call.asks.withdraw({ id }))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.outsider.call.asks.withdraw({ id }))).toMatchObject({ reason: 'why.join-first' });
  expect(await refusal(cast.reader.call.asks.withdraw({ id }))).toMatchObject({ reason: 'why.reading-only' });
  const ended = await Promise.allSettled(Array.from({ length: 10 }, () => cast.coOwner.call.asks.withdraw({ id })));
  expect(ended.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  expect(await listed(id)).toMatchObject({ withdrawnAt: expect.any(String), waitingDays: null });
  expect(await refusal(cast.outsider.call.asks.answer({ id, answer: 'cannot', line: 'Too late.' }))).toMatchObject({
    code: 'not-allowed',
    reason: 'why.ended',
  });
  expect(await refusal(cast.member.call.asks.withdraw({ id }))).toMatchObject({ reason: 'why.ended' });
  expect((await cast.outsider.call.asks.mine()).items.map((item) => item.id)).not.toContain(id);
});

test('an answer and its taking back at the same moment leave one story', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await put();
    const [answered, withdrawn] = await Promise.allSettled([
      cast.outsider.call.asks.answer({ id, answer: 'cannot', line: `Round ${round}` }),
      cast.coOwner.call.asks.withdraw({ id }),
    ]);
    expect(withdrawn.status).toBe('fulfilled');
    expect(await listed(id)).toMatchObject({ withdrawnAt: expect.any(String), answer: answered.status === 'fulfilled' ? 'cannot' : null });
  }
});

test('freed blockers tell how, to everybody who may read', async () => {
  const freed = await aBlocker(server.app.db, cast.id, {
    state: 'freed',
    title: 'No rota',
    fields: { blockerKind: 'people-and-time', how: 'We asked who would like to.' },
  });
  const { items } = await cast.outsider.call.asks.freed({ kind: 'people-and-time', search: 'ROTA like' });
  expect(items).toEqual([
    {
      initiative: { id: cast.id, title: 'Shorter waits' },
      elementId: freed,
      title: 'No rota',
      kind: 'people-and-time',
      how: 'We asked who would like to.',
    },
  ]);
  expect((await cast.outsider.call.asks.freed({ kind: 'funding' })).items).toEqual([]);
  expect(await refusal(cast.visitor.call.asks.freed({}))).toMatchObject({ code: 'not-signed-in' });
});

test('what is not there is not found', async () => {
  const { answer, withdraw } = cast.outsider.call.asks;
  const calls = [
    () => answer({ id: newId(), answer: 'cannot', line: 'x' }),
    () => withdraw({ id: newId() }),
    () => cast.member.call.asks.put(question({ id: newId() })),
  ];
  for (const call of calls) expect(await refusal(call())).toMatchObject({ code: 'not-found' });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { refusal, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let cast: Cast;
let now = new Date('2027-03-01T12:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  cast = await aCast(server);
});
afterAll(() => server.close());

const promise = (more: object = {}) =>
  ({ id: cast.id, pledgeId: newId(), kind: 'time', what: 'An hour every Thursday', until: '2027-06-01', ...more }) as const;
const given = () => cast.outsider.call.pledges.give(promise());

test('somebody pledges something, and it is in the initiative and on their own page', async () => {
  const pledge = await given();
  expect(pledge).toMatchObject({
    initiative: { id: cast.id, title: 'Shorter waits' },
    kind: 'time',
    until: '2027-06-01',
    state: 'given',
    endedAt: null,
    confirmedBy: null,
    mine: true,
  });
  expect((await cast.reader.call.pledges.list({ id: cast.id })).items).toContainEqual({ ...pledge, mine: false });
  expect((await cast.outsider.call.pledges.mine()).items).toContainEqual(pledge);
});

test('the same pledge sent ten times is one pledge and one line of activity; its id is nobody else’s', async () => {
  const input = promise({ until: null });
  const answers = await Promise.all(Array.from({ length: 10 }, () => cast.outsider.call.pledges.give(input)));
  expect(new Set(answers.map((answer) => answer.id))).toEqual(new Set([input.pledgeId]));
  expect((await cast.reader.call.pledges.list({ id: cast.id })).items.filter((item) => item.id === input.pledgeId)).toHaveLength(1);
  expect(await refusal(cast.coOwner.call.pledges.give(input))).toMatchObject({ code: 'conflict', reason: 'pledges.id-taken' });
  const { sql, t } = server.app.db;
  const told = (await sql.select().from(t.activity)).filter((row) => row.what === 'pledge.given' && row.personId === cast.outsider.personId);
  expect(told).toHaveLength((await cast.outsider.call.pledges.mine()).items.length);
});

test('a pledge sent again from an outbox after its day has passed is still the same pledge', async () => {
  const input = promise({ until: '2027-03-02' });
  await cast.outsider.call.pledges.give(input);
  now = new Date('2027-03-20T12:00:00Z');
  expect(await cast.outsider.call.pledges.give(input)).toMatchObject({ id: input.pledgeId });
  expect((await refusal(cast.outsider.call.pledges.give({ ...input, pledgeId: newId() }))).fields).toEqual([
    { field: 'until', reason: 'field.past' },
  ]);
});

test('who has not signed in, and a guest without an e-mail, can not pledge', async () => {
  expect(await refusal(cast.visitor.call.pledges.give(promise()))).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
  expect(await refusal(cast.guest.call.pledges.give(promise()))).toMatchObject({ code: 'not-allowed', reason: 'why.claim-first' });
  expect(await refusal(cast.visitor.call.pledges.mine())).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.visitor.call.pledges.list({ id: cast.id }))).toMatchObject({ code: 'not-signed-in' });
});

test('the giver says where it stands, and moves its day in the open; both days stay to be read', async () => {
  const { id } = await given();
  const told = { id, newsId: newId(), line: 'Half the hours are agreed.', until: '2027-06-01' };
  const answers = await Promise.all(Array.from({ length: 10 }, () => cast.outsider.call.pledges.tell(told)));
  expect(answers[9]).toMatchObject({ until: '2027-06-01', news: [{ line: told.line, moved: null }] });
  await cast.outsider.call.pledges.tell({ id, newsId: newId(), line: 'The rota comes late.', until: '2027-07-01' });
  await cast.outsider.call.pledges.tell({ id, newsId: newId(), line: 'Nobody knows yet.', until: null });
  const [read] = (await cast.reader.call.pledges.list({ id: cast.id })).items.filter((item) => item.id === id);
  expect(read).toMatchObject({ until: null, state: 'given' });
  expect(read?.news.map(({ line, moved }) => ({ line, moved }))).toEqual([
    { line: 'Half the hours are agreed.', moved: null },
    { line: 'The rota comes late.', moved: { from: '2027-06-01', to: '2027-07-01' } },
    { line: 'Nobody knows yet.', moved: { from: '2027-07-01', to: null } },
  ]);
  const { sql, t } = server.app.db;
  const activity = (await sql.select().from(t.activity)).filter((row) => /^pledge\.(told|moved)$/.test(row.what));
  expect(activity.map((row) => row.what)).toEqual(['pledge.told', 'pledge.moved', 'pledge.moved']);
});

test('nobody else says where it stands, under no id, and nobody after it ended', async () => {
  const { id } = await given();
  const news = (more: object = {}) => ({ id, newsId: newId(), line: 'All of it is done.', until: null, ...more });
  expect(await refusal(cast.visitor.call.pledges.tell(news()))).toMatchObject({ code: 'not-signed-in' });
  for (const other of [cast.keeper, cast.coOwner, cast.member, cast.reader, cast.guest])
    expect(await refusal(other.call.pledges.tell(news())), other.name).toMatchObject({ code: 'not-allowed', reason: 'why.own-only' });
  const taken = news();
  await cast.outsider.call.pledges.tell(taken);
  const mine = await cast.member.call.pledges.give(promise());
  expect(await refusal(cast.member.call.pledges.tell({ ...taken, id: mine.id }))).toMatchObject({
    code: 'conflict',
    reason: 'pledges.news-id-taken',
  });
  expect((await refusal(cast.outsider.call.pledges.tell(news({ line: ' ' })))).fields).toEqual([{ field: 'line', reason: 'field.required' }]);
  expect((await refusal(cast.outsider.call.pledges.tell(news({ until: '2020-01-01' })))).fields).toEqual([{ field: 'until', reason: 'field.past' }]);
  await cast.outsider.call.pledges.finish({ id, state: 'kept' });
  expect(await refusal(cast.outsider.call.pledges.tell(news()))).toMatchObject({ code: 'not-allowed', reason: 'why.ended' });
  expect(await cast.outsider.call.pledges.tell(taken)).toMatchObject({ state: 'kept' });
  expect(await refusal(cast.outsider.call.pledges.tell({ ...news(), id: newId() }))).toMatchObject({ code: 'not-found' });
});

test('news and the end at the same moment leave one story', async () => {
  const { id } = await given();
  const [told, finished] = await Promise.allSettled([
    cast.outsider.call.pledges.tell({ id, newsId: newId(), line: 'A week more.', until: '2027-08-01' }),
    cast.outsider.call.pledges.finish({ id, state: 'kept' }),
  ]);
  expect(finished.status).toBe('fulfilled');
  const [read] = (await cast.reader.call.pledges.list({ id: cast.id })).items.filter((item) => item.id === id);
  const held = told.status === 'fulfilled';
  expect(read).toMatchObject({ state: 'kept', until: held ? '2027-08-01' : '2027-06-01' });
  expect(read?.news).toHaveLength(held ? 1 : 0);
});

test('only the giver says how it ended', async () => {
  const { id } = await given();
  expect(await refusal(cast.visitor.call.pledges.finish({ id, state: 'kept' }))).toMatchObject({ code: 'not-signed-in' });
  for (const other of [cast.keeper, cast.coOwner, cast.member, cast.commenter, cast.reader, cast.guest]) {
    expect(await refusal(other.call.pledges.finish({ id, state: 'kept' })), other.name).toMatchObject({
      code: 'not-allowed',
      reason: 'why.own-only',
    });
  }
  expect(await cast.outsider.call.pledges.finish({ id, state: 'kept' })).toMatchObject({ state: 'kept', why: '', endedAt: expect.any(String) });
});

test('changed and could not say why; kept need not', async () => {
  const { id } = await given();
  for (const state of ['changed', 'could-not'] as const)
    expect((await refusal(cast.outsider.call.pledges.finish({ id, state, why: ' ' }))).fields).toEqual([{ field: 'why', reason: 'field.required' }]);
  expect(await cast.outsider.call.pledges.finish({ id, state: 'could-not', why: 'My shift moved.' })).toMatchObject({
    state: 'could-not',
    why: 'My shift moved.',
  });
});

test('of ten endings at once one holds, and the others are told', async () => {
  const { id } = await given();
  const ended = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) => cast.outsider.call.pledges.finish({ id, state: i % 2 === 0 ? 'kept' : 'changed', why: `try ${i}` })),
  );
  expect(ended.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  expect(await refusal(cast.outsider.call.pledges.finish({ id, state: 'kept' }))).toMatchObject({ code: 'not-allowed', reason: 'why.ended' });
});

test('somebody on the team who is not the giver confirms it, once', async () => {
  const { id } = await cast.member.call.pledges.give(promise());
  expect(await refusal(cast.coOwner.call.pledges.confirm({ id }))).toMatchObject({ code: 'conflict', reason: 'pledges.not-finished-yet' });
  await cast.member.call.pledges.finish({ id, state: 'kept' });
  expect(await refusal(cast.visitor.call.pledges.confirm({ id }))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.member.call.pledges.confirm({ id }))).toMatchObject({ code: 'not-allowed', reason: 'why.own-pledge' });
  for (const other of [cast.keeper, cast.outsider])
    expect(await refusal(other.call.pledges.confirm({ id })), other.name).toMatchObject({ reason: 'why.join-first' });
  for (const other of [cast.commenter, cast.reader])
    expect(await refusal(other.call.pledges.confirm({ id })), other.name).toMatchObject({ reason: 'why.reading-only' });
  const confirmed = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? cast.coOwner : cast.guest).call.pledges.confirm({ id })),
  );
  expect(confirmed.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const [kept] = (await cast.reader.call.pledges.list({ id: cast.id })).items.filter((item) => item.id === id);
  expect(kept).toMatchObject({ confirmedBy: expect.stringMatching(/^(Ruth|Joe)$/), confirmedAt: expect.any(String) });
  expect(await refusal(cast.coOwner.call.pledges.confirm({ id }))).toMatchObject({ reason: 'why.ended' });
});

test('the place’s totals are counts by kind, with nobody in them', async () => {
  const { items } = await cast.reader.call.pledges.totals();
  const before = items.find((total) => total.kind === 'equipment') ?? { given: 0, kept: 0, changed: 0, couldNot: 0, open: 0 };
  const { id } = await cast.outsider.call.pledges.give(promise({ kind: 'equipment', until: null }));
  await cast.outsider.call.pledges.give(promise({ kind: 'equipment', until: null }));
  await cast.outsider.call.pledges.finish({ id, state: 'kept' });
  const after = (await cast.reader.call.pledges.totals()).items.find((total) => total.kind === 'equipment');
  expect(after).toEqual({ ...before, kind: 'equipment', given: before.given + 2, kept: before.kept + 1, open: before.open + 1 });
  expect(await refusal(cast.visitor.call.pledges.totals())).toMatchObject({ code: 'not-signed-in' });
});

test('bad input is named field by field, and what is not there is not found', async () => {
  const problem = await refusal(cast.outsider.call.pledges.give({ ...promise(), kind: 'gold' as 'money', what: '', until: '2027-02-30' }));
  expect(problem.fields?.map(({ field, reason }) => `${field} ${reason}`).sort()).toEqual([
    'kind field.choice',
    'until field.date',
    'what field.required',
  ]);
  const { finish, confirm, give, list } = cast.outsider.call.pledges;
  const calls = [
    () => finish({ id: newId(), state: 'kept' }),
    () => confirm({ id: newId() }),
    () => give({ ...promise(), id: newId() }),
    () => list({ id: newId() }),
  ];
  for (const call of calls) expect(await refusal(call())).toMatchObject({ code: 'not-found' });
});

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Ask } from '#shared/features/asks/model.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import { secretFor } from '#tests/helpers/answer-link.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const began = new Date('2027-03-01T12:00:00Z');
const message = 'Could the lift go in the next plan?';

let server: TestServer;
let cast: Cast;
let now = began;
/** An account without a seat, to whom things are handed over. */
let priya: Somebody;
/** The ask put to Dev, and the secret in his letter. */
let ask: Ask;
let secret = '';

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  cast = await aCast(server);
  priya = await server.join('Priya');
});
beforeEach(async () => {
  now = began;
  const elementId = await aBlocker(server.app.db, cast.id);
  const { items } = await cast.member.call.asks.put({
    id: cast.id,
    elementId,
    asks: [{ askId: newId(), personId: cast.outsider.personId, message }],
  });
  const [put] = items;
  if (put === undefined) throw new Error('nothing was asked');
  ask = put;
  secret = await linkOf(cast.outsider);
});
afterAll(() => server.close());

const cannot = (more: object = {}) => ({ secret, replyId: newId(), answer: 'cannot' as const, line: 'There is no shaft.', ...more });
const answered = async () => (await cast.reader.call.asks.list({ id: cast.id })).items.find((one) => one.id === ask.id);
const linkOf = ({ personId }: Somebody, askId = ask.id) => secretFor(server, { askId, personId });
const over = { code: 'gone', reason: 'asks.link-over' };

test('the secret has 256 bits, stands in the letter alone, and no answer over HTTP holds it', async () => {
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const { sql, t } = server.app.db;
  const elsewhere = [t.ask, t.askStep, t.askLink, t.activity, t.notice].map((table) => sql.select().from(table));
  expect(JSON.stringify(await Promise.all(elsewhere))).not.toContain(secret);
  for (const { call } of [cast.member, cast.coOwner, cast.outsider, cast.keeper]) {
    const seen = [await call.asks.list({ id: cast.id }), await call.asks.mine(), await call.people.me()];
    expect(JSON.stringify(seen)).not.toContain(secret);
  }
});

test('looking says the ask and nothing more, changes nothing, and signs nobody in', async () => {
  const holder = server.visitor();
  for (let n = 0; n < 3; n += 1) {
    expect(await holder.call.asks.lookByLink({ secret })).toEqual({
      initiative: { title: 'Shorter waits', purpose: 'People wait one hour less, and know why they wait.' },
      blocker: 'The lift is too small for a bed',
      askedBy: 'Amina',
      message,
      more: [],
      at: began.toISOString(),
    });
  }
  expect(holder.cookie()).toBe('');
  expect(await answered()).toMatchObject({ answer: null, waitsFor: 'person' });
  expect((await holder.fetch(`/api/v1/answer-links/look?secret=${secret}`)).status).toBe(404);
});

test('one answer without signing in: it is the asked person’s, it is on the board, and the link is over', async () => {
  const holder = server.visitor();
  expect(await holder.call.asks.answerByLink({ secret, replyId: newId(), answer: 'will', by: '2027-05-01' })).toEqual({ answer: 'will' });
  expect(holder.cookie()).toBe('');
  expect((await holder.call.people.me()).standing).toBe('visitor');
  expect(await answered()).toMatchObject({ answer: 'will', by: '2027-05-01', waitsFor: null, person: { id: cast.outsider.personId } });
  expect((await answered())?.trail.at(-1)).toMatchObject({ what: 'answered', who: 'Dev', answer: 'will' });
  expect(await refusal(holder.call.asks.lookByLink({ secret }))).toMatchObject(over);
  expect(await refusal(holder.call.asks.answerByLink(cannot()))).toMatchObject(over);
  expect(await answered()).toMatchObject({ answer: 'will' });
  expect(await cast.outsider.call.asks.answer({ id: ask.id, answer: 'cannot', line: 'Signed in, I may.' })).toMatchObject({ answer: 'cannot' });
});

test('whoever is signed in on this device is not who answers', async () => {
  await cast.keeper.call.asks.answerByLink(cannot());
  expect((await answered())?.trail.at(-1)).toMatchObject({ what: 'answered', who: 'Dev' });
});

test('the same answer sent again answers once; a replay with other words changes nothing', async () => {
  const reply = cannot();
  const holder = server.visitor();
  expect(await Promise.all([1, 2, 3].map(() => holder.call.asks.answerByLink(reply)))).toEqual([1, 2, 3].map(() => ({ answer: 'cannot' })));
  expect((await answered())?.trail.filter((step) => step.what === 'answered')).toHaveLength(1);
  await holder.call.asks.answerByLink({ ...reply, line: 'Other words.' });
  expect(await answered()).toMatchObject({ answerLine: 'There is no shaft.' });
  expect(await refusal(holder.call.asks.answerByLink({ ...reply, replyId: newId() }))).toMatchObject(over);
});

test('of two answers by one link at once exactly one wins', async () => {
  for (let round = 0; round < 5; round += 1) {
    const elementId = await aBlocker(server.app.db, cast.id);
    const askId = newId();
    await cast.member.call.asks.put({ id: cast.id, elementId, asks: [{ askId, personId: cast.outsider.personId, message }] });
    const link = await linkOf(cast.outsider, askId);
    const lines = Array.from({ length: 6 }, (_, n) => `Answer ${n}`);
    const ended = await Promise.allSettled(lines.map((line) => server.visitor().call.asks.answerByLink(cannot({ secret: link, line }))));
    expect(ended.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const kept = (await cast.reader.call.asks.list({ id: cast.id })).items.find((one) => one.id === askId);
    expect(kept?.answerLine).toBe(lines[ended.findIndex((one) => one.status === 'fulfilled')]);
    expect(kept?.trail.filter((step) => step.what === 'answered')).toHaveLength(1);
  }
});

test('a link is over after 30 days', async () => {
  now = new Date(began.getTime() + 30 * dayMs - 1);
  expect(await server.visitor().call.asks.lookByLink({ secret })).toMatchObject({ message });
  now = new Date(began.getTime() + 30 * dayMs);
  expect(await refusal(server.visitor().call.asks.lookByLink({ secret }))).toMatchObject(over);
  expect(await refusal(server.visitor().call.asks.answerByLink(cannot()))).toMatchObject(over);
  expect(await answered()).toMatchObject({ answer: null });
});

test('a link is over once the ask was answered, taken back, or handed over, also when it comes back to the same person', async () => {
  await cast.outsider.call.asks.answer({ id: ask.id, answer: 'belongs', toPersonId: priya.personId });
  expect(await refusal(server.visitor().call.asks.lookByLink({ secret }))).toMatchObject(over);
  expect(await refusal(server.visitor().call.asks.answerByLink(cannot()))).toMatchObject(over);
  const theirs = await linkOf(priya);
  await priya.call.asks.answer({ id: ask.id, answer: 'belongs', toPersonId: cast.outsider.personId, line: 'No, yours.' });
  expect(await refusal(server.visitor().call.asks.answerByLink(cannot()))).toMatchObject(over);
  expect(await refusal(server.visitor().call.asks.answerByLink(cannot({ secret: theirs })))).toMatchObject(over);
  const again = await linkOf(cast.outsider);
  expect(again).not.toBe(secret);
  await cast.member.call.asks.withdraw({ id: ask.id });
  expect(await refusal(server.visitor().call.asks.answerByLink(cannot({ secret: again })))).toMatchObject(over);
  expect(await answered()).toMatchObject({ answer: null });
});

test('an answer by link and its taking back at the same moment leave one story', async () => {
  const [byLink, withdrawn] = await Promise.allSettled([
    server.visitor().call.asks.answerByLink(cannot()),
    cast.coOwner.call.asks.withdraw({ id: ask.id }),
  ]);
  expect(withdrawn.status).toBe('fulfilled');
  expect(await answered()).toMatchObject({ withdrawnAt: expect.any(String), answer: byLink.status === 'fulfilled' ? 'cannot' : null });
});

test('“tell me more” uses the link up; the team’s word brings a new one, which shows it', async () => {
  await server.visitor().call.asks.answerByLink(cannot({ answer: 'tell-more', line: 'How wide is a bed?' }));
  expect(await refusal(server.visitor().call.asks.lookByLink({ secret }))).toMatchObject(over);
  await cast.coOwner.call.asks.tellMore({ id: ask.id, stepId: newId(), line: 'Ninety centimetres.' });
  const fresh = await linkOf(cast.outsider);
  expect(await server.visitor().call.asks.lookByLink({ secret: fresh })).toMatchObject({ message, more: ['Ninety centimetres.'] });
  expect(await server.visitor().call.asks.answerByLink(cannot({ secret: fresh }))).toEqual({ answer: 'cannot' });
});

test('an answer by link needs its date, its words or its office, and leaves the link whole when they are missing', async () => {
  const wrong = async (reply: object) => (await refusal(server.visitor().call.asks.answerByLink(cannot({ line: '', ...reply })))).fields;
  expect(await wrong({ answer: 'will' })).toEqual([{ field: 'by', reason: 'field.required' }]);
  expect(await wrong({ answer: 'will', by: '2027-02-01' })).toEqual([{ field: 'by', reason: 'field.past' }]);
  expect(await wrong({})).toEqual([{ field: 'line', reason: 'field.required' }]);
  expect(await wrong({ answer: 'belongs' })).toEqual([{ field: 'office', reason: 'field.required' }]);
  expect(await wrong({ secret: 'short', line: 'x' })).toEqual([{ field: 'secret', reason: 'field.id' }]);
  await server.visitor().call.asks.answerByLink(cannot({ answer: 'belongs', line: '', office: 'Estates at the county' }));
  expect(await answered()).toMatchObject({ answer: 'belongs', office: 'Estates at the county', waitsFor: null });
});

test('a secret nobody made opens nothing', async () => {
  expect(await refusal(server.visitor().call.asks.lookByLink({ secret: 'x'.repeat(43) }))).toMatchObject(over);
  expect(await refusal(server.visitor().call.asks.answerByLink(cannot({ secret: 'x'.repeat(43), replyId: ask.trail[0]?.id ?? '' })))).toMatchObject(
    over,
  );
});

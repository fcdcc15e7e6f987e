import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { carryOutStepUps } from '#server/features/asks/step-up/carry-out.ts';
import type { Ask } from '#shared/features/asks/model.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { secretFor } from '#tests/helpers/answer-link.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const began = new Date('2027-03-01T12:00:00Z');
const dayOf = (days: number) => new Date(began.getTime() + days * dayMs);

let server: TestServer;
let cast: Cast;
let now = began;
let priya: Somebody;
let id = '';

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  cast = await aCast(server);
  priya = await server.join('Priya');
});
beforeEach(async () => {
  now = began;
  id = newId();
  const elementId = await aBlocker(server.app.db, cast.id);
  await cast.member.call.asks.put({ id: cast.id, elementId, asks: [{ askId: id, personId: cast.outsider.personId, message: 'Could you?' }] });
});
afterAll(() => server.close());

async function asRead(who: Somebody = cast.reader): Promise<Ask> {
  const { items } = await who.call.asks.list({ id: cast.id });
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error('the ask is not there');
  return found;
}
const announce = (more: object = {}) => ({ id, stepId: newId(), toPersonId: priya.personId, reason: 'A man waits.', ...more });

test('several people are asked in one act, each with a message, a row and a clock; or nobody is', async () => {
  const elementId = await aBlocker(server.app.db, cast.id);
  const to = (somebody: Somebody, message: string) => ({ askId: newId(), personId: somebody.personId, message });
  const asks = [to(cast.outsider, 'A wider lift?'), to(priya, 'Money for it?')];
  const { items } = await cast.member.call.asks.put({ id: cast.id, elementId, level: 'department', asks });
  expect(items.map((item) => `${item.id} ${item.message} ${item.level} ${item.waitingDays}`).toSorted()).toEqual(
    asks.map((one) => `${one.askId} ${one.message} department 0`).toSorted(),
  );
  const before = (await cast.reader.call.asks.list({ id: cast.id })).items.length;
  const again = { id: cast.id, elementId };
  const withGuest = [to(priya, 'And?'), to(cast.guest, 'You too?')];
  expect((await refusal(cast.member.call.asks.put({ ...again, asks: withGuest }))).fields).toEqual([
    { field: 'asks.1.personId', reason: 'asks.out-of-reach' },
  ]);
  expect((await refusal(cast.member.call.asks.put({ ...again, asks: [to(priya, 'a'), to(priya, 'b')] }))).fields).toEqual([
    { field: 'asks.1.personId', reason: 'asks.twice' },
  ]);
  expect((await cast.reader.call.asks.list({ id: cast.id })).items).toHaveLength(before);
});

test('handed over, it waits for the other person; the clock goes on and the trail shows who had it', async () => {
  now = dayOf(5);
  await cast.outsider.call.asks.answer({ id, answer: 'belongs', toPersonId: priya.personId, line: 'She plans the site.' });
  now = dayOf(12);
  expect(await asRead()).toMatchObject({
    person: { id: priya.personId },
    waitsFor: 'person',
    waitingDays: 12,
    turnSince: dayOf(5).toISOString(),
    answer: null,
    trail: [
      { what: 'put', to: 'Dev' },
      { what: 'handed-over', who: 'Dev', to: 'Priya', answer: 'belongs', line: 'She plans the site.' },
    ],
  });
  expect((await priya.call.asks.mine()).items.map((item) => item.id)).toContain(id);
  expect((await cast.outsider.call.asks.mine()).items.map((item) => item.id)).not.toContain(id);
  expect(await refusal(cast.outsider.call.asks.answer({ id, answer: 'cannot', line: 'Mine again?' }))).toMatchObject({
    reason: 'why.addressed-only',
  });
  const wrong = async (toPersonId: string) => (await refusal(priya.call.asks.answer({ id, answer: 'belongs', toPersonId }))).fields?.[0]?.reason;
  expect(await wrong(priya.personId)).toBe('asks.already-yours');
  expect(await wrong(cast.member.personId)).toBe('asks.not-the-asker');
  expect(await wrong(cast.guest.personId)).toBe('asks.out-of-reach');
});

test('“tell me more” goes back to the team; told, it waits again, and the clock shows both', async () => {
  now = dayOf(2);
  await cast.outsider.call.asks.answer({ id, answer: 'tell-more', line: 'How wide is a bed?' });
  expect(await asRead()).toMatchObject({ waitsFor: 'team', waitingDays: 2 });
  for (const other of [cast.outsider, cast.keeper, cast.reader, cast.commenter])
    expect(await refusal(other.call.asks.tellMore({ id, stepId: newId(), line: 'x' })), other.name).toMatchObject({ code: 'not-allowed' });
  now = dayOf(6);
  const told = { id, stepId: newId(), line: 'Ninety centimetres.' };
  await Promise.all([1, 2, 3].map(() => cast.coOwner.call.asks.tellMore(told)));
  expect(await asRead()).toMatchObject({ waitsFor: 'person', waitingDays: 6, turnSince: dayOf(6).toISOString(), answer: null });
  expect((await asRead()).trail.map((step) => step.what)).toEqual(['put', 'answered', 'told-more']);
  expect(await refusal(cast.member.call.asks.tellMore({ ...told, stepId: newId() }))).toMatchObject({ reason: 'asks.told-already' });
});

test('after ten days a co-owner announces a step; the first person is told and can still answer', async () => {
  const { stepUp } = cast.coOwner.call.asks;
  now = new Date(dayOf(10).getTime() - 1);
  expect(await refusal(stepUp(announce()))).toMatchObject({ code: 'conflict', reason: 'asks.step-too-early' });
  now = dayOf(10);
  for (const other of [cast.member, cast.outsider, cast.keeper, cast.reader])
    expect(await refusal(other.call.asks.stepUp(announce())), other.name).toMatchObject({ reason: 'why.co-owner-only' });
  expect((await refusal(stepUp(announce({ toPersonId: cast.outsider.personId })))).fields?.[0]?.reason).toBe('asks.step-same-person');
  expect((await refusal(stepUp(announce({ toPersonId: cast.coOwner.personId })))).fields?.[0]?.reason).toBe('asks.not-yourself');
  expect((await refusal(stepUp(announce({ reason: '' })))).fields?.[0]?.reason).toBe('field.required');
  const step = announce();
  await stepUp(step);
  expect(await stepUp(step)).toMatchObject({ pendingStep: { to: 'Priya', by: 'Ruth', reason: 'A man waits.', level: 'department' } });
  expect(await refusal(stepUp(announce()))).toMatchObject({ reason: 'asks.step-announced-already' });
  const { sql, t } = server.app.db;
  const notices = (await sql.select().from(t.notice)).filter((one) => one.personId === cast.outsider.personId && one.what === 'ask.step-announced');
  expect(notices).toHaveLength(1);
  await cast.outsider.call.asks.answer({ id, answer: 'will', by: '2027-06-01' });
  now = dayOf(12);
  await carryOutStepUps(server.app);
  expect(await asRead()).toMatchObject({ person: { label: 'Dev' }, level: 'team', answer: 'will', pendingStep: null });
});

test('a day later it goes one level up, once, however often and however many at once carry it out', async () => {
  now = dayOf(10);
  await cast.coOwner.call.asks.stepUp(announce());
  const before = await secretFor(server, { askId: id, personId: cast.outsider.personId });
  now = new Date(dayOf(11).getTime() - 1);
  expect(await carryOutStepUps(server.app)).toBe(0);
  now = dayOf(11);
  const done = await Promise.all([1, 2, 3, 4].map(() => carryOutStepUps(server.app)));
  expect(done.reduce((sum, one) => sum + one, 0)).toBe(1);
  const ask = await asRead();
  expect(ask).toMatchObject({ person: { label: 'Priya' }, level: 'department', waitsFor: 'person', waitingDays: 11, pendingStep: null });
  expect(ask.trail.map((step) => step.what)).toEqual(['put', 'step-announced', 'stepped-up']);
  const byLink = { secret: before, replyId: newId(), answer: 'cannot', line: 'Too late.' } as const;
  expect(await refusal(server.visitor().call.asks.answerByLink(byLink))).toMatchObject({ reason: 'asks.link-over' });
  expect(await refusal(cast.outsider.call.asks.answer({ id, answer: 'cannot', line: 'x' }))).toMatchObject({ reason: 'why.addressed-only' });
  const secret = await secretFor(server, { askId: id, personId: priya.personId });
  expect(await server.visitor().call.asks.lookByLink({ secret })).toMatchObject({ message: 'Could you?' });
  expect(await refusal(cast.coOwner.call.asks.stepUp(announce({ toPersonId: cast.keeper.personId })))).toMatchObject({
    reason: 'asks.step-too-early',
  });
});

test('an answer and the step at the same moment leave one story', async () => {
  now = dayOf(10);
  await cast.coOwner.call.asks.stepUp(announce());
  now = dayOf(11);
  const [answered] = await Promise.allSettled([
    cast.outsider.call.asks.answer({ id, answer: 'cannot', line: 'Just in time.' }),
    carryOutStepUps(server.app),
  ]);
  const won = answered.status === 'fulfilled';
  expect(await asRead()).toMatchObject({ person: { label: won ? 'Dev' : 'Priya' }, answer: won ? 'cannot' : null, pendingStep: null });
});

test('any co-owner takes a pending step back, and then it does not happen', async () => {
  now = dayOf(10);
  await cast.coOwner.call.asks.stepUp(announce());
  for (const other of [cast.member, cast.outsider, cast.keeper])
    expect(await refusal(other.call.asks.keepLevel({ id })), other.name).toMatchObject({ reason: 'why.co-owner-only' });
  expect(await cast.coOwner.call.asks.keepLevel({ id })).toMatchObject({ pendingStep: null, person: { label: 'Dev' } });
  expect(await refusal(cast.coOwner.call.asks.keepLevel({ id }))).toMatchObject({ reason: 'asks.step-over' });
  now = dayOf(12);
  expect(await carryOutStepUps(server.app)).toBe(0);
  expect(await asRead()).toMatchObject({ person: { label: 'Dev' }, level: 'team' });
});

test('beyond the organisation there is no further level', async () => {
  const elementId = await aBlocker(server.app.db, cast.id);
  id = newId();
  const asks = [{ askId: id, personId: cast.outsider.personId, message: 'Could you?' }];
  await cast.member.call.asks.put({ id: cast.id, elementId, level: 'beyond', asks });
  now = dayOf(20);
  expect(await refusal(cast.coOwner.call.asks.stepUp(announce()))).toMatchObject({ reason: 'asks.step-no-higher' });
});

test('under a refusal the team and whoever refused say what would make it possible; nobody else does', async () => {
  const say = (who: Somebody, line: string, entryId = newId()) => who.call.asks.possible({ id, entryId, line });
  expect(await refusal(say(cast.member, 'Too soon.'))).toMatchObject({ code: 'conflict', reason: 'asks.not-refused' });
  await cast.outsider.call.asks.answer({ id, answer: 'cannot', line: 'There is no shaft.' });
  for (const other of [cast.keeper, cast.reader, cast.commenter, cast.visitor, priya])
    expect((await refusal(say(other, 'Forged.'))).code, other.name).toMatch(/not-allowed|not-signed-in/);
  const entryId = newId();
  await Promise.all([1, 2, 3].map(() => say(cast.member, 'A narrower bed.', entryId)));
  now = new Date(now.getTime() + 60_000);
  await say(cast.outsider, 'A second shaft in the next plan.');
  expect((await asRead()).possible).toMatchObject([
    { who: 'Amina', line: 'A narrower bed.' },
    { who: 'Dev', line: 'A second shaft in the next plan.' },
  ]);
  expect((await refusal(say(cast.member, ''))).fields).toEqual([{ field: 'line', reason: 'field.required' }]);
});

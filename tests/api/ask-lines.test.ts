/** Lines at an ask, written on its board or on the asked person's page. What a reply by mail does with the same command is in inbound-mail.test.ts. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { secretFor } from '#tests/helpers/answer-link.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import { refusal, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let cast: Cast;
let id = '';
let now = new Date('2027-03-01T12:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  cast = await aCast(server);
});
beforeEach(async () => {
  now = new Date('2027-03-01T12:00:00Z');
  id = newId();
  const elementId = await aBlocker(server.app.db, cast.id);
  await cast.member.call.asks.put({ id: cast.id, elementId, asks: [{ askId: id, personId: cast.outsider.personId, message: 'Could you?' }] });
});
afterAll(() => server.close());

const a = (line: string) => ({ id, stepId: newId(), line });
const listed = async () => (await cast.reader.call.asks.list({ id: cast.id })).items.find((one) => one.id === id);
const toldOf = async () => {
  const { sql, t } = server.app.db;
  const rows = (await sql.select().from(t.notice)).filter(({ what, values }) => what === 'ask.said' && values['ask'] === id);
  return rows.map(({ personId, byPersonId, address }) => [personId, byPersonId, address]);
};

test('the team and whoever was asked write lines; each reaches the other, and the answer and the clock stay as they are', async () => {
  now = new Date('2027-03-04T12:00:00Z');
  expect(await cast.coOwner.call.asks.say(a('It is the lift in the east wing.'))).toMatchObject({ answer: null, waitsFor: 'person', waitingDays: 3 });
  expect(await cast.outsider.call.asks.say(a('Thank you, I will look.'))).toMatchObject({ answer: null, waitsFor: 'person', toMe: true });
  expect(await listed()).toMatchObject({ answer: null, turnSince: '2027-03-01T12:00:00.000Z' });
  expect((await listed())?.trail.map((step) => [step.what, step.who, step.line])).toEqual([
    ['put', 'Amina', 'Could you?'],
    ['said', 'Ruth', 'It is the lift in the east wing.'],
    ['said', 'Dev', 'Thank you, I will look.'],
  ]);
  expect(await toldOf()).toEqual([
    [cast.outsider.personId, cast.coOwner.personId, '/sponsor'],
    [cast.member.personId, cast.outsider.personId, `/initiatives/${cast.id}/blockers`],
  ]);
});

test('a line of the team’s is there to read behind the link of the letter, and the asked person’s own is not told to them', async () => {
  const secret = await secretFor(server, { askId: id, personId: cast.outsider.personId });
  await cast.member.call.asks.say(a('The one in the east wing.'));
  await cast.outsider.call.asks.say(a('Which one?'));
  expect((await cast.visitor.call.asks.lookByLink({ secret })).more).toEqual(['The one in the east wing.']);
});

test('where the team was asked for more, a line of theirs tells it, and one of the asked person’s is a line', async () => {
  await cast.outsider.call.asks.answer({ id, answer: 'tell-more', line: 'Which lift?' });
  expect(await cast.outsider.call.asks.say(a('There are three.'))).toMatchObject({ answer: 'tell-more', waitsFor: 'team' });
  expect(await cast.member.call.asks.say(a('The east one.'))).toMatchObject({ answer: null, waitsFor: 'person' });
  expect((await listed())?.trail.map(({ what }) => what)).toEqual(['put', 'answered', 'said', 'told-more']);
});

test('an ask that was answered still takes a line', async () => {
  await cast.outsider.call.asks.answer({ id, answer: 'will', line: '', by: '2027-05-01' });
  expect(await cast.member.call.asks.say(a('It works. Thank you!'))).toMatchObject({ answer: 'will', waitsFor: null });
});

test('the same line sent ten times stands there once; its id is nobody else’s', async () => {
  const line = a('Once.');
  await Promise.all(Array.from({ length: 10 }, () => cast.member.call.asks.say(line)));
  expect((await listed())?.trail.filter(({ what }) => what === 'said')).toHaveLength(1);
  expect(await toldOf()).toHaveLength(1);
  expect(await refusal(cast.coOwner.call.asks.say(line))).toMatchObject({ code: 'conflict', reason: 'asks.id-taken' });
});

test('nobody else writes there, an ask that was taken back takes no more, and a line has words', async () => {
  const refused = (who: typeof cast.member) => refusal(who.call.asks.say(a('Me too.')));
  expect(await refused(cast.visitor)).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
  for (const other of [cast.reader, cast.commenter])
    expect(await refused(other), other.name).toMatchObject({ code: 'not-allowed', reason: 'why.reading-only' });
  expect(await refused(cast.keeper)).toMatchObject({ code: 'not-allowed', reason: 'why.join-first' });
  expect((await refusal(cast.member.call.asks.say(a(' ')))).fields).toEqual([{ field: 'line', reason: 'field.required' }]);
  expect(await refusal(cast.member.call.asks.say({ ...a('x'), id: newId() }))).toMatchObject({ code: 'not-found' });
  await cast.member.call.asks.withdraw({ id });
  for (const somebody of [cast.member, cast.outsider]) expect(await refused(somebody)).toMatchObject({ code: 'not-allowed', reason: 'why.ended' });
  expect((await listed())?.trail.map(({ what }) => what)).toEqual(['put', 'withdrawn']);
});

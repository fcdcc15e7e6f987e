import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import { roomWords } from '#tests/helpers/a-room.ts';
import { refusal, startTestServer, type Somebody, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let cast: Cast;
let now = new Date('2027-03-01T12:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  cast = await aCast(server);
});
afterAll(() => server.close());

const words = roomWords();
const offer = (more: object = {}) => ({ ...words, id: cast.id, roomId: newId(), answersForIt: true as const, ...more });
const offered = () => cast.outsider.call.rooms.offer(offer());
const ask = (more: object = {}) => ({ id: cast.id, roomId: newId(), personId: cast.outsider.personId, message: 'May we walk at night?', ...more });
const asked = () => cast.coOwner.call.rooms.ask(ask());
const accepted = async () => {
  const { id, version } = await offered();
  return cast.coOwner.call.rooms.accept({ id, version });
};
const write = (id: string, version: number, more: object = {}) => ({ ...words, id, version, answersForIt: true as const, ...more });
const aTest = (more: object = {}) => aBlocker(server.app.db, cast.id, { kind: 'test-of-change', state: 'planned', title: 'Walk at six', ...more });
const others = (): Somebody[] => [cast.keeper, cast.coOwner, cast.member, cast.commenter, cast.reader, cast.guest];

test('a sponsor offers a room, and it is in the initiative and on their own page', async () => {
  const room = await offered();
  expect(room).toMatchObject({ stand: 'offered', words, version: 1, asked: null, acceptedBy: null, covered: false, mine: true, tests: [] });
  expect((await cast.reader.call.rooms.list({ id: cast.id })).items).toContainEqual({ ...room, mine: false });
  expect((await cast.outsider.call.rooms.mine()).items).toContainEqual(room);
});

test('the team asks a named person, who is told and writes it', async () => {
  const { id, ...room } = await asked();
  expect(room).toMatchObject({ stand: 'asked', words: null, version: 0, asked: { by: 'Ruth', message: 'May we walk at night?' } });
  expect((await cast.outsider.call.people.me()).waiting.rooms).toBeGreaterThan(0);
  const { sql, t } = server.app.db;
  const told = (await sql.select().from(t.notice)).filter((row) => row.what === 'room.asked' && row.personId === cast.outsider.personId);
  expect(told).not.toHaveLength(0);
  expect(await cast.outsider.call.rooms.write(write(id, 0))).toMatchObject({ stand: 'offered', version: 1, words });
});

test('the person asked says no, with a reason', async () => {
  const { id } = await asked();
  expect((await refusal(cast.outsider.call.rooms.decline({ id, why: ' ' }))).fields).toEqual([{ field: 'why', reason: 'field.required' }]);
  expect(await cast.outsider.call.rooms.decline({ id, why: 'Not my ward.' })).toMatchObject({ stand: 'declined', why: 'Not my ward.' });
  expect(await refusal(cast.outsider.call.rooms.write(write(id, 0)))).toMatchObject({ code: 'not-allowed', reason: 'why.ended' });
});

test('somebody on the team who is not the sponsor accepts it; who may not is told why', async () => {
  const mine = await cast.member.call.rooms.offer(offer());
  const reading = { id: mine.id, version: mine.version };
  expect(await refusal(cast.visitor.call.rooms.accept(reading))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.member.call.rooms.accept(reading))).toMatchObject({ code: 'not-allowed', reason: 'why.own-room' });
  for (const other of [cast.keeper, cast.outsider])
    expect(await refusal(other.call.rooms.accept(reading)), other.name).toMatchObject({ reason: 'why.join-first' });
  for (const other of [cast.commenter, cast.reader])
    expect(await refusal(other.call.rooms.accept(reading)), other.name).toMatchObject({ reason: 'why.reading-only' });
  expect(await cast.guest.call.rooms.accept(reading)).toMatchObject({ stand: 'covers', acceptedBy: 'Joe', covered: true });
});

test('nobody but the sponsor writes it, says no or takes it back: not the team, not a keeper', async () => {
  const offer = await accepted();
  const request = await asked();
  expect(await refusal(cast.visitor.call.rooms.revoke({ id: offer.id, why: 'Mine now' }))).toMatchObject({ code: 'not-signed-in' });
  for (const { name, call } of others()) {
    const said = { code: 'not-allowed', reason: 'why.own-only' };
    expect(await refusal(call.rooms.write(write(offer.id, 1, { where: 'Everywhere' }))), name).toMatchObject(said);
    expect(await refusal(call.rooms.write(write(request.id, 0))), name).toMatchObject(said);
    expect(await refusal(call.rooms.revoke({ id: offer.id, why: 'Because' })), name).toMatchObject(said);
    expect(await refusal(call.rooms.decline({ id: request.id, why: 'No' })), name).toMatchObject({
      code: 'not-allowed',
      reason: 'why.addressed-only',
    });
  }
  expect(await cast.outsider.call.rooms.mine()).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ id: offer.id, words, stand: 'covers' })]),
  });
});

test('who has not signed in, and a guest without an e-mail, can not offer or ask', async () => {
  expect(await refusal(cast.visitor.call.rooms.offer(offer()))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.guest.call.rooms.offer(offer()))).toMatchObject({ code: 'not-allowed', reason: 'why.claim-first' });
  expect(await refusal(cast.guest.call.rooms.ask(ask()))).toMatchObject({ reason: 'why.claim-first' });
  expect(await refusal(cast.outsider.call.rooms.ask(ask({ personId: cast.member.personId })))).toMatchObject({ reason: 'why.join-first' });
  expect(await refusal(cast.visitor.call.rooms.mine())).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.visitor.call.rooms.list({ id: cast.id }))).toMatchObject({ code: 'not-signed-in' });
});

test('every part of a cover is needed: three things that stay safe, and somebody who answers for it', async () => {
  const problem = await refusal(
    cast.outsider.call.rooms.offer(offer({ what: ' ', where: '', safe: ['One', ' ', 'Three'], callMe: '', until: 'soon', answersForIt: false })),
  );
  expect(problem.fields?.map(({ field, reason }) => `${field} ${reason}`).sort()).toEqual([
    'answersForIt rooms.answer-for-it-needed',
    'callMe field.required',
    'safe.1 field.required',
    'until field.date',
    'what field.required',
    'where field.required',
  ]);
  expect((await refusal(cast.outsider.call.rooms.offer(offer({ safe: ['One', 'Two'] })))).fields?.[0]).toMatchObject({ field: 'safe' });
  expect((await refusal(cast.outsider.call.rooms.offer(offer({ until: '2027-02-01' })))).fields).toEqual([{ field: 'until', reason: 'field.past' }]);
});

test('one asks people with an account, not oneself, and nobody unknown', async () => {
  const why = async (personId: string) => (await refusal(cast.coOwner.call.rooms.ask(ask({ personId })))).fields;
  expect(await why(cast.coOwner.personId)).toEqual([{ field: 'personId', reason: 'rooms.not-yourself' }]);
  expect(await why(cast.guest.personId)).toEqual([{ field: 'personId', reason: 'rooms.out-of-reach' }]);
  expect(await why(newId())).toEqual([{ field: 'personId', reason: 'field.unknown' }]);
});

test('the same offer and the same ask sent ten times are one; their ids are nobody else’s', async () => {
  const [anOffer, anAsk] = [offer(), ask()];
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => [cast.outsider.call.rooms.offer(anOffer), cast.coOwner.call.rooms.ask(anAsk)]).flat(),
  );
  expect(new Set(answers.map((room) => room.id)).size).toBe(2);
  const { items } = await cast.reader.call.rooms.list({ id: cast.id });
  expect(items.filter((room) => room.id === anOffer.roomId || room.id === anAsk.roomId)).toHaveLength(2);
  expect(await refusal(cast.member.call.rooms.offer(anOffer))).toMatchObject({ code: 'conflict', reason: 'rooms.id-taken' });
  expect(await refusal(cast.outsider.call.rooms.offer(offer({ roomId: anAsk.roomId })))).toMatchObject({
    code: 'conflict',
    reason: 'rooms.id-taken',
  });
  expect(await refusal(cast.member.call.rooms.ask({ ...anAsk }))).toMatchObject({ code: 'conflict', reason: 'rooms.id-taken' });
});

test('an accepted text can not change in silence: it is an offer again, the team is told, and what it said stays to be read', async () => {
  const { id } = await accepted();
  const changed = await cast.outsider.call.rooms.write(write(id, 1, { until: '2027-08-01' }));
  expect(changed).toMatchObject({
    stand: 'offered',
    version: 2,
    acceptedBy: null,
    words: { until: '2027-08-01' },
    earlier: [{ until: '2027-05-12' }],
  });
  const { sql, t } = server.app.db;
  const told = (await sql.select().from(t.notice)).filter((row) => row.what === 'room.changed');
  expect(new Set(told.map((row) => row.personId))).toEqual(new Set([cast.coOwner, cast.member, cast.guest].map((one) => one.personId)));
  expect(new Set(told.map((row) => row.why))).toEqual(new Set(['answer']));
  expect(await refusal(cast.coOwner.call.rooms.accept({ id, version: 1 }))).toMatchObject({ code: 'conflict', reason: 'rooms.changed-meanwhile' });
  expect(await cast.member.call.rooms.accept({ id, version: 2 })).toMatchObject({ stand: 'covers', acceptedBy: 'Amina' });
});

test('a replayed request changes nothing: the same words keep the acceptance, older words are refused', async () => {
  const { id } = await accepted();
  expect(await cast.outsider.call.rooms.write(write(id, 0))).toMatchObject({ stand: 'covers', version: 1 });
  await cast.outsider.call.rooms.write(write(id, 1, { where: 'Ward 5' }));
  await cast.coOwner.call.rooms.accept({ id, version: 2 });
  expect(await refusal(cast.outsider.call.rooms.write(write(id, 1, { where: 'Everywhere' })))).toMatchObject({
    code: 'conflict',
    reason: 'rooms.changed-meanwhile',
  });
  await cast.outsider.call.rooms.revoke({ id, why: 'I have moved on.' });
  expect(await refusal(cast.coOwner.call.rooms.accept({ id, version: 2 }))).toMatchObject({ code: 'not-allowed', reason: 'why.ended' });
  expect(await refusal(cast.outsider.call.rooms.write(write(id, 2)))).toMatchObject({ reason: 'why.ended' });
});

test('accepted and taken back at the same moment it is taken back, whoever was first', async () => {
  for (let round = 0; round < 6; round++) {
    const { id, version } = await offered();
    const acts = [() => cast.coOwner.call.rooms.accept({ id, version }), () => cast.outsider.call.rooms.revoke({ id, why: 'Something happened.' })];
    await Promise.allSettled((round % 2 === 0 ? acts : acts.toReversed()).map((act) => act()));
    const [room] = (await cast.reader.call.rooms.list({ id: cast.id })).items.filter((one) => one.id === id);
    expect(room).toMatchObject({ stand: 'taken-back', why: 'Something happened.' });
  }
});

test('taken back at once, with a reason, and everybody who writes there is told', async () => {
  const { id } = await accepted();
  expect((await refusal(cast.outsider.call.rooms.revoke({ id, why: '' }))).fields).toEqual([{ field: 'why', reason: 'field.required' }]);
  expect(await cast.outsider.call.rooms.revoke({ id, why: 'A fall nobody wrote down.' })).toMatchObject({ stand: 'taken-back' });
  const { sql, t } = server.app.db;
  const told = (await sql.select().from(t.notice)).filter(
    (row) => row.what === 'room.taken-back' && row.values['because'] === 'A fall nobody wrote down.',
  );
  expect(told.map((row) => row.personId).toSorted()).toEqual([cast.coOwner, cast.member, cast.guest].map((one) => one.personId).toSorted());
  const { items } = await cast.reader.call.boards.activity({ id: cast.id });
  expect(items[0]).toMatchObject({ what: 'room.taken-back', values: { who: 'Dev', because: 'A fall nobody wrote down.' } });
});

test('a room covers the tests the team puts under it, and only tests of its own board', async () => {
  const { id } = await accepted();
  const elementId = await aTest();
  expect(await refusal(cast.outsider.call.rooms.link({ id, elementId }))).toMatchObject({ code: 'not-allowed', reason: 'why.join-first' });
  expect(await cast.member.call.rooms.link({ id, elementId })).toMatchObject({ tests: [{ elementId, title: 'Walk at six' }] });
  await cast.member.call.rooms.link({ id, elementId });
  const blocker = await aBlocker(server.app.db, cast.id);
  const gone = await aTest({ archivedAt: now });
  for (const other of [blocker, newId()])
    expect((await refusal(cast.member.call.rooms.link({ id, elementId: other }))).fields).toEqual([
      { field: 'elementId', reason: 'rooms.no-such-test' },
    ]);
  expect(await refusal(cast.member.call.rooms.link({ id, elementId: gone }))).toMatchObject({ code: 'gone', reason: 'rooms.test-put-away' });
  expect(await cast.coOwner.call.rooms.unlink({ id, elementId })).toMatchObject({ tests: [] });
});

test('a room asked for from a test is over that test at once, or not asked for at all', async () => {
  const elementId = await aTest();
  expect(await cast.member.call.rooms.ask(ask({ elementId }))).toMatchObject({ tests: [{ elementId }] });
  const wrong = ask({ elementId: newId() });
  expect((await refusal(cast.member.call.rooms.ask(wrong))).fields).toEqual([{ field: 'elementId', reason: 'rooms.no-such-test' }]);
  expect((await cast.reader.call.rooms.list({ id: cast.id })).items.map((room) => room.id)).not.toContain(wrong.roomId);
});

test('the team ends it, and says what was learned; once, by one of them', async () => {
  const { id } = await accepted();
  expect(await refusal(cast.coOwner.call.rooms.learn({ id, learned: 'Too soon' }))).toMatchObject({ code: 'conflict', reason: 'rooms.not-over-yet' });
  expect(await refusal(cast.outsider.call.rooms.finish({ id }))).toMatchObject({ reason: 'why.join-first' });
  expect(await cast.member.call.rooms.finish({ id, why: 'We know enough.' })).toMatchObject({ stand: 'ended', why: 'We know enough.' });
  expect(await refusal(cast.outsider.call.rooms.learn({ id, learned: 'Mine' }))).toMatchObject({ reason: 'why.join-first' });
  expect(await cast.member.call.rooms.learn({ id, learned: 'People slept.' })).toMatchObject({
    learned: { text: 'People slept.', by: 'Amina', mine: true },
  });
  expect(await refusal(cast.coOwner.call.rooms.learn({ id, learned: 'No' }))).toMatchObject({ code: 'conflict', reason: 'rooms.learned-already' });
  expect(await cast.member.call.rooms.learn({ id, learned: 'People slept better.' })).toMatchObject({ learned: { text: 'People slept better.' } });
});

test('what is not there is not found', async () => {
  const { call } = cast.coOwner;
  const id = newId();
  const elementId = newId();
  const calls = [
    () => call.rooms.list({ id }),
    () => call.rooms.offer(offer({ id })),
    () => call.rooms.ask(ask({ id })),
    () => call.rooms.write(write(id, 0)),
    () => call.rooms.accept({ id, version: 1 }),
    () => call.rooms.decline({ id, why: 'No' }),
    () => call.rooms.revoke({ id, why: 'No' }),
    () => call.rooms.finish({ id }),
    () => call.rooms.learn({ id, learned: 'Nothing' }),
    () => call.rooms.link({ id, elementId }),
    () => call.rooms.unlink({ id, elementId }),
  ];
  for (const call of calls) expect(await refusal(call())).toMatchObject({ code: 'not-found' });
});

test('it ends with its day: from then on it can not be accepted, changed or taken back, and what was learned is asked', async () => {
  const { id } = await accepted();
  const open = await offered();
  now = new Date('2027-05-13T12:00:00Z');
  const items = (await cast.reader.call.rooms.list({ id: cast.id })).items;
  expect(items.find((room) => room.id === id)).toMatchObject({ stand: 'ended', learned: null });
  expect(items.find((room) => room.id === open.id)).toMatchObject({ stand: 'run-out' });
  expect(await refusal(cast.outsider.call.rooms.revoke({ id, why: 'Late' }))).toMatchObject({ reason: 'why.ended' });
  expect(await refusal(cast.coOwner.call.rooms.accept({ id: open.id, version: 1 }))).toMatchObject({ code: 'conflict', reason: 'rooms.run-out' });
  expect(await cast.coOwner.call.rooms.learn({ id, learned: 'It was worth it.' })).toMatchObject({ learned: { text: 'It was worth it.' } });
  expect(await cast.outsider.call.rooms.write(write(open.id, 1, { until: '2027-09-01' }))).toMatchObject({ stand: 'offered', version: 2 });
});

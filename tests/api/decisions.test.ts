import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addElement, setText } from '#shared/board/board-doc.ts';
import type { Decision } from '#shared/features/decisions/model.ts';
import { proposalHash } from '#shared/features/decisions/proposal.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { cardWords, hashOfCard } from '#tests/helpers/a-proposal.ts';
import { aGuest } from '#tests/helpers/coming-in.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let [sam, ruth, amina, terry, mei, dev]: Somebody[] = [];
let id = '';
let elementId = '';
const monday = new Date('2027-03-01T12:00:00Z');
let now = monday;
const byWhen = '2027-03-08';
const afterItsDay = new Date('2027-03-10T12:00:00Z');

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  sam = await server.join('Sam');
  [ruth, amina, terry, mei, dev] = await Promise.all(['Ruth', 'Amina', 'Terry', 'Mei', 'Dev'].map((name) => server.join(name)));
});
/** Ruth is a co-owner, Amina and Terry are members, Mei comments; Dev has no seat. */
beforeEach(async () => {
  now = monday;
  id = await aBoard(server.app, { [one(ruth)]: 'co-owner', [one(amina)]: 'member', [one(terry)]: 'member', [one(mei)]: 'commenter' });
  elementId = newId();
  await server.app.boards.edit(id, one(ruth), (doc) => addElement(doc, { id: elementId, kind: 'decision', position: 'V', values: cardWords }));
});
afterAll(() => server.close());

const one = (person: Somebody | undefined) => call(person).personId;
function call(person: Somebody | undefined): Somebody {
  return person ?? expect.fail('nobody');
}
const input = (more: object = {}) => ({ id, decisionId: newId(), elementId, wordsHash: hashOfCard, byWhen, ...more });
const put = () => call(ruth).call.decisions.put(input());
const say = (who: Somebody | undefined, to: Decision, answer: 'consent' | 'concern' | 'objection', because = answer === 'consent' ? '' : 'Nights.') =>
  call(who).call.decisions.answer({ id: to.id, version: to.words.version, answer, because });
const close = (to: Decision, outcome: Decision['outcome'] & string, who = ruth, why = 'We heard everybody.') =>
  call(who).call.decisions.close({ id: to.id, version: to.words.version, outcome, why });
const rewrite = (reasons: string) => server.app.boards.edit(id, one(ruth), (doc) => setText(doc, elementId, 'reasons', reasons));
const listed = async () => (await call(dev).call.decisions.list({ id })).items;
const noticesOf = async (who: Somebody | undefined) =>
  (await call(who).call.notices.list({})).items.filter((notice) => notice.initiativeId === id).map((notice) => `${notice.why} ${notice.what}`);

test('[D1] a co-owner puts what the card says, by a day; it is a copy that stays when the card moves', async () => {
  const decision = await put();
  expect(decision).toMatchObject({
    initiativeId: id,
    elementId,
    words: { version: 1, ...cardWords, byWhen, putBy: 'Ruth', at: monday.toISOString() },
    changedSince: false,
    said: [],
    outcome: null,
    possible: ['withdrawn'],
  });
  expect(decision.waitingFor.map((person) => person.label).toSorted()).toEqual(['Amina', 'Ruth', 'Terry']);
  await rewrite('Three teams have time.');
  expect(await listed()).toMatchObject([{ words: cardWords, changedSince: true }]);
});

test('[D1] only words that were read are put: not those that moved meanwhile, of a card that is not there, or without words', async () => {
  await rewrite('Three teams have time.');
  const { decisions } = call(ruth).call;
  expect(await refusal(put())).toMatchObject({ code: 'conflict', reason: 'decisions.words-moved' });
  expect(await refusal(decisions.put(input({ elementId: newId() })))).toMatchObject({
    fields: [{ field: 'elementId', reason: 'decisions.no-such-card' }],
  });
  const wordsHash = proposalHash({ ...cardWords, reasons: 'Three teams have time.' });
  const past = decisions.put(input({ wordsHash, byWhen: '2027-02-01' }));
  expect(await refusal(past)).toMatchObject({ fields: [{ field: 'byWhen', reason: 'field.past' }] });
  expect(await refusal(decisions.put(input({ wordsHash, byWhen: 'soon' })))).toMatchObject({ fields: [{ field: 'byWhen', reason: 'field.date' }] });
  await server.app.boards.edit(id, one(ruth), (doc) => setText(doc, elementId, 'title', ''));
  expect(await refusal(put())).toMatchObject({ fields: [{ field: 'elementId', reason: 'decisions.no-words' }] });
});

test('[D1] nobody but a co-owner puts it', async () => {
  expect(await refusal(server.visitor().call.decisions.put(input()))).toMatchObject({ code: 'not-signed-in' });
  for (const other of [amina, mei, dev, sam])
    expect(await refusal(call(other).call.decisions.put(input())), other?.name).toMatchObject({ code: 'not-allowed', reason: 'why.co-owner-only' });
  expect(await listed()).toEqual([]);
});

test('[D2] the same put sent ten times is one; a second one waits until the first has ended', async () => {
  const twice = input();
  await Promise.all(Array.from({ length: 10 }, () => call(ruth).call.decisions.put(twice)));
  expect(await listed()).toHaveLength(1);
  expect(await refusal(put())).toMatchObject({ code: 'conflict', reason: 'decisions.open-already' });
  const [first] = await listed();
  await close(first ?? expect.fail('none'), 'withdrawn');
  const second = await put();
  expect((await listed()).map((decision) => [decision.id, decision.outcome])).toEqual([
    [second.id, null],
    [first?.id, 'withdrawn'],
  ]);
});

test('[D3] everybody who is asked hears of it at once, and nobody else; the others read it in what happened', async () => {
  await put();
  for (const asked of [amina, terry]) expect(await noticesOf(asked), asked?.name).toEqual(['ask decision.put']);
  for (const other of [ruth, mei, dev]) expect(await noticesOf(other), other?.name).toEqual([]);
  const { items } = await call(mei).call.boards.activity({ id });
  expect(items[0]).toMatchObject({ what: 'decision.put', elementId, values: { who: 'Ruth', title: cardWords.title } });
});

test('[D4] each answers for themselves, a concern and an objection with their reason', async () => {
  const decision = await put();
  expect(await say(amina, decision, 'objection', 'Nights would stay alone.')).toMatchObject({
    said: [{ person: { label: 'Amina' }, answer: 'objection', because: 'Nights would stay alone.', counts: true, changedSince: false, mine: true }],
  });
  for (const answer of ['concern', 'objection'] as const)
    expect(await refusal(say(terry, decision, answer, ' '))).toMatchObject({ fields: [{ field: 'because', reason: 'field.required' }] });
  for (const other of [mei, dev, sam]) expect((await refusal(say(other, decision, 'consent'))).code, other?.name).toBe('not-allowed');
  const guest = await aGuest(server, call(sam), 'Joe');
  expect(await refusal(say(guest, decision, 'consent'))).toMatchObject({ reason: 'why.claim-first' });
  expect(await refusal(say(server.visitor(), decision, 'consent'))).toMatchObject({ code: 'not-signed-in' });
  const [kept] = await listed();
  expect(kept?.said.map((said) => said.person.label)).toEqual(['Amina']);
});

test('[D5] a changed answer counts, and the one before it stays; the same one again adds nothing', async () => {
  const decision = await put();
  await say(amina, decision, 'objection', 'Nights.');
  await Promise.all(Array.from({ length: 10 }, () => say(amina, decision, 'concern', 'Nights, a little.')));
  const [now1] = await listed();
  expect(now1?.said.map((said) => [said.answer, said.because, said.counts])).toEqual([
    ['objection', 'Nights.', false],
    ['concern', 'Nights, a little.', true],
  ]);
});

test('[D6] after changed words were put everybody is asked anew, and an answer to the words before is refused', async () => {
  const decision = await put();
  await say(amina, decision, 'objection');
  await say(terry, decision, 'consent');
  const { putAgain } = call(ruth).call.decisions;
  expect(await refusal(putAgain({ id: decision.id, version: 1, wordsHash: hashOfCard, byWhen }))).toMatchObject({ reason: 'decisions.same-words' });
  await rewrite('One team has time, and nights are paid.');
  const wordsHash = proposalHash({ ...cardWords, reasons: 'One team has time, and nights are paid.' });
  const changed = { id: decision.id, version: 1, wordsHash, byWhen: '2027-03-15' };
  const again = await putAgain(changed);
  expect(await putAgain(changed)).toEqual(again);
  expect(again).toMatchObject({ words: { version: 2, byWhen: '2027-03-15' }, earlier: [{ version: 1, ...cardWords }], changedSince: false });
  expect(again.said.map((said) => [said.person.label, said.counts, said.changedSince])).toEqual([
    ['Amina', false, true],
    ['Terry', false, true],
  ]);
  expect(again.waitingFor).toHaveLength(3);
  expect((await noticesOf(amina)).toSorted()).toEqual(['ask decision.put', 'ask decision.put-again']);
  expect(await refusal(say(terry, decision, 'consent'))).toMatchObject({ code: 'conflict', reason: 'decisions.other-words' });
  expect(await refusal(putAgain({ ...changed, byWhen: '2027-03-16' }))).toMatchObject({ reason: 'decisions.moved-on' });
  for (const other of [amina, mei, dev]) expect((await refusal(call(other).call.decisions.putAgain(changed))).reason).toBe('why.co-owner-only');
});

test('[D7] when the card moves, each answer says that it was said to other words; when it moves back, it does not', async () => {
  const decision = await put();
  await say(amina, decision, 'consent');
  await rewrite('Three teams have time.');
  expect(await listed()).toMatchObject([{ changedSince: true, said: [{ changedSince: true, counts: true }] }]);
  await rewrite(cardWords.reasons);
  expect(await listed()).toMatchObject([{ changedSince: false, said: [{ changedSince: false }] }]);
});

test('[D8] who left is not waited for, and what they said stays and stops nothing', async () => {
  const decision = await put();
  await say(terry, decision, 'objection', 'I can not carry this.');
  await say(amina, decision, 'consent');
  await say(ruth, decision, 'consent');
  await call(terry).call.initiatives.leave({ id });
  const [left] = await listed();
  expect(left?.said[0]).toMatchObject({ person: { label: 'Terry' }, because: 'I can not carry this.', counts: false });
  expect(await refusal(say(terry, decision, 'consent'))).toMatchObject({ reason: 'why.join-first' });
  expect(await close(decision, 'goes-ahead')).toMatchObject({ outcome: 'goes-ahead' });
});

test('[D9] an open objection stops it, until whoever objected answers differently', async () => {
  const decision = await put();
  await Promise.all([say(ruth, decision, 'consent'), say(amina, decision, 'objection'), say(terry, decision, 'consent')]);
  now = afterItsDay;
  for (const outcome of ['goes-ahead', 'goes-ahead-with-concerns'] as const)
    expect(await refusal(close(decision, outcome))).toMatchObject({ code: 'conflict', reason: 'decisions.not-over-an-objection' });
  await say(amina, decision, 'consent');
  expect(await close(decision, 'goes-ahead')).toMatchObject({ outcome: 'goes-ahead', possible: [] });
});

test('[D10] it goes ahead once everybody has answered or its day is over, and not on silence alone', async () => {
  const decision = await put();
  expect(await refusal(close(decision, 'goes-ahead'))).toMatchObject({ reason: 'decisions.not-before-its-day' });
  now = afterItsDay;
  expect(await refusal(close(decision, 'goes-ahead'))).toMatchObject({ reason: 'decisions.not-on-silence' });
  await say(amina, decision, 'consent');
  const ended = await close(decision, 'goes-ahead');
  expect(ended.waitingFor.map((person) => person.label).toSorted()).toEqual(['Ruth', 'Terry']);
});

test('[D11] what goes ahead is what was put', async () => {
  const decision = await put();
  await Promise.all([ruth, amina, terry].map((who) => say(who, decision, 'consent')));
  await rewrite('And the whole hospital too.');
  expect(await refusal(close(decision, 'goes-ahead'))).toMatchObject({ reason: 'decisions.not-what-was-put' });
  await rewrite(cardWords.reasons);
  await close(decision, 'goes-ahead');
});

test('[D12] the ending is recorded once, by a co-owner, says what the answers say, and then nothing moves any more', async () => {
  const decision = await put();
  await Promise.all([say(ruth, decision, 'consent'), say(amina, decision, 'concern', 'The rota is thin.'), say(terry, decision, 'consent')]);
  for (const other of [amina, mei, dev, sam]) expect((await refusal(close(decision, 'withdrawn', other))).code, other?.name).toBe('not-allowed');
  expect(await refusal(close(decision, 'withdrawn', server.visitor()))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(close(decision, 'goes-ahead'))).toMatchObject({ reason: 'decisions.not-without-the-concerns' });
  expect(await refusal(close(decision, 'stopped'))).toMatchObject({ reason: 'decisions.not-objected-to' });
  expect(await refusal(close(decision, 'goes-ahead-with-concerns', ruth, ' '))).toMatchObject({
    fields: [{ field: 'why', reason: 'field.required' }],
  });
  const ended = await close(decision, 'goes-ahead-with-concerns');
  expect(ended).toMatchObject({
    outcome: 'goes-ahead-with-concerns',
    outcomeWhy: 'We heard everybody.',
    decidedBy: 'Ruth',
    decidedAt: monday.toISOString(),
  });
  expect(await close(decision, 'goes-ahead-with-concerns')).toEqual(ended);
  expect(await refusal(close(decision, 'withdrawn'))).toMatchObject({ code: 'not-allowed', reason: 'why.ended' });
  expect(await refusal(say(terry, decision, 'objection'))).toMatchObject({ reason: 'why.ended' });
  const again = { id: decision.id, version: 1, wordsHash: hashOfCard, byWhen };
  expect(await refusal(call(ruth).call.decisions.putAgain(again))).toMatchObject({ reason: 'why.ended' });
  await call(terry).call.initiatives.leave({ id });
  expect((await listed())[0]?.said.map((said) => said.counts)).toEqual([true, true, true]);
});

test('[D12] the card is marked as decided when it goes ahead, and as looked at again when it is put once more', async () => {
  const state = async () => (await call(mei).call.boards.elements({ id })).items.find((card) => card.id === elementId)?.state;
  const decision = await put();
  await Promise.all([ruth, amina, terry].map((who) => say(who, decision, 'consent')));
  expect(await state()).toBe('proposed');
  await close(decision, 'goes-ahead');
  expect(await state()).toBe('decided');
  await put();
  expect(await state()).toBe('looking-again');
});

test('[D13] an objection and an ending at the same moment leave one story', async () => {
  const decision = await put();
  await Promise.all([ruth, amina].map((who) => say(who, decision, 'consent')));
  now = afterItsDay;
  const [said, ended] = await Promise.allSettled([say(terry, decision, 'objection'), close(decision, 'goes-ahead')]);
  expect([said, ended].filter((act) => act.status === 'fulfilled')).toHaveLength(1);
  const [kept] = await listed();
  expect(kept).toMatchObject({ outcome: ended.status === 'fulfilled' ? 'goes-ahead' : null, said: { length: said.status === 'fulfilled' ? 3 : 2 } });
});

test('[D14] whoever put it hears of a concern and of an objection at once; how it ended, everybody hears in the digest', async () => {
  const decision = await put();
  await say(amina, decision, 'consent');
  await say(terry, decision, 'concern');
  await say(terry, decision, 'objection');
  expect((await noticesOf(ruth)).toSorted()).toEqual(['answer decision.concern', 'answer decision.objection', 'other decision.consent']);
  await close(decision, 'stopped');
  expect((await noticesOf(amina)).toSorted()).toEqual(['ask decision.put', 'other decision.stopped']);
});

test('every act and every refused try is in the audit', async () => {
  const decision = await put();
  await say(amina, decision, 'consent');
  await refusal(close(decision, 'withdrawn', amina));
  await close(decision, 'withdrawn');
  const { sql, t } = server.app.db;
  const rows = (await sql.select().from(t.audit)).filter((row) => row.thing === decision.id).map((row) => [row.action, row.personId]);
  expect(rows).toEqual([
    ['decision.put', one(ruth)],
    ['decision.answered', one(amina)],
    ['decisions.close', one(amina)],
    ['decision.withdrawn', one(ruth)],
  ]);
});

test('what is not there is not found, and a visitor reads nothing of a closed place', async () => {
  const gone = { ...(await put()), id: newId() };
  for (const act of [say(amina, gone, 'consent'), close(gone, 'withdrawn')]) expect(await refusal(act)).toMatchObject({ code: 'not-found' });
  expect(await refusal(call(ruth).call.decisions.put(input({ id: newId() })))).toMatchObject({ code: 'not-found' });
  expect(await refusal(server.visitor().call.decisions.list({ id }))).toMatchObject({ code: 'not-signed-in' });
});

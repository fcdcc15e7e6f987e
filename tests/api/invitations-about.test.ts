/** One mechanism for invitations: a card of a board, and taking a system ask where it will be heard. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const clock = { at: new Date('2027-03-01T09:00:00Z'), now: () => new Date(clock.at) };
const days = (count: number) => void (clock.at = new Date(clock.at.getTime() + count * dayMs));

let server: TestServer;
let cast: Cast;
let joe: Somebody;
let elementId = '';
beforeAll(async () => {
  server = await startTestServer({ clock });
  cast = await aCast(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  joe = await server.join('Joe');
  elementId = await aBlocker(server.app.db, cast.id, { kind: 'question', state: 'open', title: 'Who is not in the room yet?' });
});

const toCard = (more: object = {}) => ({ id: cast.id, invitationId: newId(), personId: joe.personId, about: 'card' as const, elementId, ...more });
const inviteToCard = (more: object = {}) => cast.member.call.initiatives.invite(toCard(more));
const said = async (who = cast.reader) => (await who.call.initiatives.saidYes({ id: cast.id })).items.filter((one) => one.elementId === elementId);
async function aSystemAsk(): Promise<string> {
  const blocker = await aBlocker(server.app.db, cast.id, { fields: { blockerKind: 'culture' } });
  const raised = { id: cast.id, systemAskId: newId(), elementId: blocker, cause: 'We may not share one record', kind: 'culture' as const };
  return (await cast.member.call.systemAsks.raise(raised)).id;
}
const toSystemAsk = (systemAskId: string, more: object = {}) => ({
  id: cast.id,
  invitationId: newId(),
  personId: joe.personId,
  about: 'system-ask' as const,
  systemAskId,
  ...more,
});

test('somebody is invited to a card, says yes, joins the team, and stands on the card for everybody to see', async () => {
  const sent = await inviteToCard({ line: 'You asked this first.' });
  expect(sent).toMatchObject({
    about: 'card',
    card: { id: elementId, kind: 'question', title: 'Who is not in the room yet?' },
    systemAsk: null,
    answer: null,
  });
  expect((await joe.call.initiatives.myInvitations()).items).toMatchObject([{ id: sent.id, about: 'card', toMe: true }]);
  expect(await said()).toEqual([]);
  await joe.call.initiatives.answer({ id: sent.id, answer: 'yes', perspectives: ['receiving'] });
  expect(await said()).toMatchObject([{ invitationId: sent.id, person: { id: joe.personId, label: 'Joe' }, mine: false }]);
  expect((await said(joe))[0]?.mine).toBe(true);
  expect((await joe.call.initiatives.read({ id: cast.id })).team.find((one) => one.mine)).toMatchObject({
    seat: 'member',
    perspectives: ['receiving'],
  });
  const { sql, t } = server.app.db;
  const told = (await sql.select().from(t.notice)).filter(
    (row) => [joe.personId, cast.member.personId].includes(row.personId) && row.values['invitationId'] === sent.id,
  );
  expect(told.map((row) => `${row.personId} ${row.why} ${row.what}`).toSorted()).toEqual(
    [`${joe.personId} invitation invitation.made-to-card`, `${cast.member.personId} answer invitation.said-yes`].toSorted(),
  );
  expect((await cast.reader.call.boards.activity({ id: cast.id })).items.find((entry) => entry.what === 'invitation.said-yes')).toMatchObject({
    elementId,
  });
});

test('a yes to a card can be taken back; the seat stays', async () => {
  const { id } = await inviteToCard();
  await joe.call.initiatives.answer({ id, answer: 'yes' });
  await joe.call.initiatives.answer({ id, answer: 'not-now' });
  expect(await said()).toEqual([]);
  expect((await joe.call.people.me()).seats[cast.id]).toBe('member');
});

test('a yes to a card answers nothing else that waits', async () => {
  const second = await aBlocker(server.app.db, cast.id);
  const [one, other] = [await inviteToCard(), await inviteToCard({ elementId: second })];
  await joe.call.initiatives.answer({ id: one.id, answer: 'yes' });
  expect((await joe.call.initiatives.myInvitations()).items.find((item) => item.id === other.id)?.answer).toBeNull();
});

test('"not now" rests everything the same people would ask for thirty days; "not me" rests the card', async () => {
  const second = await aBlocker(server.app.db, cast.id);
  const { id } = await inviteToCard();
  await joe.call.initiatives.answer({ id, answer: 'not-me', line: 'Try Winnie' });
  expect(await refusal(inviteToCard())).toMatchObject({ code: 'conflict', reason: 'initiatives.resting-not-me' });
  const other = await inviteToCard({ elementId: second });
  expect(await refusal(inviteToCard({ elementId: second }))).toMatchObject({ reason: 'initiatives.invited-already' });
  await joe.call.initiatives.answer({ id: other.id, answer: 'not-now' });
  const third = await aBlocker(server.app.db, cast.id);
  expect(await refusal(inviteToCard({ elementId: third }))).toMatchObject({ reason: 'initiatives.resting-not-now' });
  const { sql, t } = server.app.db;
  const notices = (await sql.select().from(t.notice)).filter((row) => row.personId === joe.personId).length;
  days(31);
  await inviteToCard({ elementId: third });
  expect((await sql.select().from(t.notice)).filter((row) => row.personId === joe.personId)).toHaveLength(notices + 1);
});

test('"ask me after" comes back to whoever invited, on that day and not before, until they ask again', async () => {
  const { id } = await inviteToCard();
  const day = new Date(clock.at.getTime() + 3 * dayMs).toISOString().slice(0, 10);
  await joe.call.initiatives.answer({ id, answer: 'ask-after', askAfter: day });
  const back = async (who = cast.member) => (await who.call.initiatives.cameBack()).items.map((one) => one.id);
  days(3);
  expect(await back()).not.toContain(id);
  days(1);
  expect(await back()).toContain(id);
  expect(await back(cast.coOwner)).not.toContain(id);
  await inviteToCard();
  expect(await back()).not.toContain(id);
});

test('only those who work on the board invite to its cards, and only others, to cards that are there', async () => {
  expect(await refusal(cast.visitor.call.initiatives.invite(toCard()))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.reader.call.initiatives.invite(toCard()))).toMatchObject({ reason: 'why.reading-only' });
  expect(await refusal(cast.guest.call.initiatives.invite(toCard()))).toMatchObject({ reason: 'why.claim-first' });
  expect(await refusal(cast.outsider.call.initiatives.invite(toCard()))).toMatchObject({ reason: 'why.join-first' });
  expect((await refusal(inviteToCard({ personId: cast.member.personId }))).fields).toEqual([
    { field: 'personId', reason: 'initiatives.not-yourself' },
  ]);
  expect((await refusal(inviteToCard({ elementId: newId() }))).fields).toEqual([{ field: 'elementId', reason: 'initiatives.no-such-card' }]);
  expect((await refusal(inviteToCard({ elementId: null }))).fields).toEqual([{ field: 'elementId', reason: 'field.required' }]);
  const putAway = await aBlocker(server.app.db, cast.id, { archivedAt: clock.now() });
  expect(await refusal(inviteToCard({ elementId: putAway }))).toMatchObject({ code: 'gone', reason: 'initiatives.card-put-away' });
  expect(await refusal(cast.visitor.call.initiatives.saidYes({ id: cast.id }))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.visitor.call.initiatives.cameBack())).toMatchObject({ code: 'not-signed-in' });
});

test('the same invitation sent ten times is one; two people who invite the same third to one card make one', async () => {
  const input = toCard();
  await Promise.all(Array.from({ length: 10 }, () => cast.member.call.initiatives.invite(input)));
  expect(await refusal(cast.member.call.initiatives.invite({ ...input, about: 'initiative', elementId: null }))).toMatchObject({ code: 'conflict' });
  expect((await joe.call.initiatives.myInvitations()).items).toHaveLength(1);
  const ruth = await server.join('Ruth');
  const both = await Promise.allSettled([cast.member, cast.coOwner].map((who) => who.call.initiatives.invite(toCard({ personId: ruth.personId }))));
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
});

test('somebody asked to take a system ask where it will be heard says yes for themselves, and nobody else can', async () => {
  const systemAskId = await aSystemAsk();
  const sent = await cast.member.call.initiatives.invite(toSystemAsk(systemAskId));
  expect(sent).toMatchObject({ about: 'system-ask', systemAsk: { id: systemAskId, cause: 'We may not share one record' } });
  expect((await cast.reader.call.systemAsks.read({ id: systemAskId })).sponsor).toBeNull();
  for (const other of [cast.member, cast.coOwner, cast.keeper, cast.outsider])
    expect(await refusal(other.call.initiatives.answer({ id: sent.id, answer: 'yes' })), other.name).toMatchObject({ reason: 'why.addressed-only' });
  await joe.call.initiatives.answer({ id: sent.id, answer: 'yes' });
  expect(await cast.reader.call.systemAsks.read({ id: systemAskId })).toMatchObject({ sponsor: { id: joe.personId } });
  expect((await joe.call.people.me()).seats[cast.id]).toBeUndefined();
  expect(await refusal(joe.call.initiatives.answer({ id: sent.id, answer: 'not-now' }))).toMatchObject({ reason: 'initiatives.step-back-instead' });
  await joe.call.systemAsks.stepBack({ id: systemAskId });
  expect(await joe.call.initiatives.answer({ id: sent.id, answer: 'not-now' })).toMatchObject({ answer: 'not-now' });
});

test('whoever says yes when somebody else was first is told so, and their answer is not written', async () => {
  const systemAskId = await aSystemAsk();
  const { id } = await cast.member.call.initiatives.invite(toSystemAsk(systemAskId));
  await cast.outsider.call.systemAsks.sponsor({ id: systemAskId });
  expect(await refusal(joe.call.initiatives.answer({ id, answer: 'yes' }))).toMatchObject({ code: 'conflict', reason: 'initiatives.sponsor-taken' });
  expect((await joe.call.initiatives.myInvitations()).items[0]?.answer).toBeNull();
  const ruth = await server.join('Ruth');
  expect(await refusal(cast.member.call.initiatives.invite(toSystemAsk(systemAskId, { personId: ruth.personId })))).toMatchObject({
    reason: 'initiatives.sponsor-taken',
  });
});

test('one invites to a system ask from a team that stands in it, and no guest, whom nobody could reach', async () => {
  const systemAskId = await aSystemAsk();
  expect((await refusal(cast.member.call.initiatives.invite(toSystemAsk(newId())))).fields).toEqual([
    { field: 'systemAskId', reason: 'initiatives.not-in-system-ask' },
  ]);
  expect(await refusal(cast.member.call.initiatives.invite(toSystemAsk(systemAskId, { personId: cast.guest.personId })))).toMatchObject({
    reason: 'initiatives.guest-no-sponsor',
  });
});

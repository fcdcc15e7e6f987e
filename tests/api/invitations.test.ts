import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const clock = { at: new Date('2027-03-01T09:00:00Z'), now: () => new Date(clock.at) };
const days = (count: number) => void (clock.at = new Date(clock.at.getTime() + count * dayMs));

let server: TestServer;
let amina: Somebody;
let joe: Somebody;
let ruth: Somebody;
let id = '';

beforeAll(async () => {
  server = await startTestServer({ clock });
  await server.join('Sam');
});
afterAll(() => server.close());
beforeEach(async () => {
  [amina, joe, ruth] = [await server.join('Amina'), await server.join('Joe'), await server.join('Ruth')];
  const sparkId = newId();
  id = newId();
  await amina.call.sparks.post({ id: sparkId, text: 'Signs in one language', kind: 'need', siteId: null, nameShown: 'name', perspectives: [] });
  await amina.call.initiatives.light({
    id,
    sparkIds: [sparkId],
    title: 'Signs',
    purpose: 'People find the way.',
    forWhom: 'Visitors',
    perspectives: ['leading'],
  });
});

const asking = (personId: string, more: object = {}) => ({ id, invitationId: newId(), personId, line: 'Would you?', ...more });
const mine = async (somebody: Somebody) => (await somebody.call.initiatives.myInvitations()).items;

test('an invitation is put to somebody, counted for them, and answered with yes: they have the seat', async () => {
  const sent = await amina.call.initiatives.invite(asking(joe.personId, { perspective: 'receiving' }));
  expect(sent).toMatchObject({
    person: { label: 'Joe' },
    invitedBy: 'Amina',
    seat: 'member',
    perspective: 'receiving',
    line: 'Would you?',
    answer: null,
    mine: true,
    toMe: false,
  });
  expect((await joe.call.people.me()).waiting.invitations).toBe(1);
  expect(await mine(joe)).toMatchObject([
    { id: sent.id, initiative: { id, title: 'Signs', purpose: 'People find the way.' }, toMe: true, mine: false },
  ]);
  expect(await joe.call.initiatives.answer({ id: sent.id, answer: 'yes', line: 'Gladly' })).toMatchObject({ answer: 'yes', answerLine: 'Gladly' });
  expect((await joe.call.people.me()).waiting.invitations).toBe(0);
  expect((await joe.call.initiatives.read({ id })).team.find((one) => one.mine)).toMatchObject({ seat: 'member', perspectives: ['receiving'] });
});

test('sent twice it is made once; two people who invite the same third at once make one', async () => {
  const request = asking(joe.personId);
  await Promise.all([amina.call.initiatives.invite(request), amina.call.initiatives.invite(request)]);
  expect(await mine(joe)).toHaveLength(1);
  const [sent] = await mine(joe);
  await joe.call.initiatives.answer({ id: sent?.id ?? '', answer: 'yes' });
  const both = await Promise.allSettled([amina, joe].map((from) => from.call.initiatives.invite(asking(ruth.personId))));
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await refusal(joe.call.initiatives.invite({ ...request, personId: ruth.personId }))).toMatchObject({ code: 'conflict' });
});

test('a yes to more raises the seat, and a yes is not taken back but left', async () => {
  await joe.call.initiatives.join({ id, perspectives: ['witnessing'] });
  expect(await refusal(joe.call.initiatives.invite(asking(ruth.personId, { seat: 'co-owner' })))).toMatchObject({ reason: 'why.co-owner-only' });
  const sent = await amina.call.initiatives.invite(asking(joe.personId, { seat: 'co-owner' }));
  await joe.call.initiatives.answer({ id: sent.id, answer: 'yes' });
  expect(await joe.call.initiatives.read({ id })).toMatchObject({
    mySeat: 'co-owner',
    otherCoOwners: 1,
    team: expect.arrayContaining([expect.objectContaining({ mine: true, perspectives: ['witnessing'] })]),
  });
  expect(await refusal(joe.call.initiatives.answer({ id: sent.id, answer: 'not-now' }))).toMatchObject({
    code: 'conflict',
    reason: 'initiatives.leave-instead',
  });
  expect(await refusal(amina.call.initiatives.withdrawInvitation({ id: sent.id }))).toMatchObject({ reason: 'why.ended' });
  expect(await refusal(amina.call.initiatives.invite(asking(joe.personId)))).toMatchObject({ reason: 'initiatives.in-already' });
});

test('"not now" and "not me" are respected for thirty days, even when the invitation is taken back', async () => {
  for (const answer of ['not-now', 'not-me'] as const) {
    const somebody = await server.join('Somebody');
    const sent = await amina.call.initiatives.invite(asking(somebody.personId));
    expect(await refusal(amina.call.initiatives.invite(asking(somebody.personId)))).toMatchObject({
      code: 'conflict',
      reason: 'initiatives.invited-already',
    });
    expect(await somebody.call.initiatives.answer({ id: sent.id, answer, line: 'Ask Ruth, she knows the signs' })).toMatchObject({
      answer,
      answerLine: 'Ask Ruth, she knows the signs',
    });
    await amina.call.initiatives.withdrawInvitation({ id: sent.id });
    expect(await refusal(amina.call.initiatives.invite(asking(somebody.personId)))).toMatchObject({
      code: 'conflict',
      reason: `initiatives.resting-${answer}`,
      values: { day: expect.stringMatching(/^2027-/) },
    });
    days(29);
    expect(await refusal(amina.call.initiatives.invite(asking(somebody.personId)))).toMatchObject({ reason: `initiatives.resting-${answer}` });
    days(2);
    await amina.call.initiatives.invite(asking(somebody.personId));
    expect(await mine(somebody)).toHaveLength(1);
  }
});

test('"ask me after" needs a day to come, and nobody asks before it', async () => {
  const sent = await amina.call.initiatives.invite(asking(joe.personId));
  const today = clock.now().toISOString().slice(0, 10);
  const then = new Date(clock.now().getTime() + 40 * dayMs).toISOString().slice(0, 10);
  expect(await refusal(joe.call.initiatives.answer({ id: sent.id, answer: 'ask-after' }))).toMatchObject({
    fields: [{ field: 'askAfter', reason: 'field.required' }],
  });
  expect(await refusal(joe.call.initiatives.answer({ id: sent.id, answer: 'ask-after', askAfter: today }))).toMatchObject({
    fields: [{ field: 'askAfter', reason: 'field.past' }],
  });
  expect(await joe.call.initiatives.answer({ id: sent.id, answer: 'ask-after', askAfter: then })).toMatchObject({ askAfter: then });
  expect(await refusal(amina.call.initiatives.invite(asking(joe.personId)))).toMatchObject({
    reason: 'initiatives.asked-for-later',
    values: { day: then },
  });
  days(41);
  await amina.call.initiatives.invite(asking(joe.personId));
});

test('an answer can change until the invitation is taken back', async () => {
  const sent = await amina.call.initiatives.invite(asking(joe.personId));
  await joe.call.initiatives.answer({ id: sent.id, answer: 'not-now' });
  expect(await joe.call.initiatives.answer({ id: sent.id, answer: 'yes', perspectives: ['supporting'] })).toMatchObject({ answer: 'yes' });
  await joe.call.initiatives.leave({ id });
  await joe.call.initiatives.answer({ id: sent.id, answer: 'not-me', line: 'Ruth' });
  expect(await amina.call.initiatives.withdrawInvitation({ id: sent.id })).toMatchObject({ withdrawnAt: expect.any(String) });
  expect(await refusal(joe.call.initiatives.answer({ id: sent.id, answer: 'yes' }))).toMatchObject({ code: 'not-allowed', reason: 'why.ended' });
  expect(await mine(joe)).toEqual([]);
});

test('joining by oneself answers the invitation', async () => {
  const sent = await amina.call.initiatives.invite(asking(joe.personId));
  await joe.call.initiatives.join({ id, perspectives: [] });
  expect(await mine(joe)).toMatchObject([{ id: sent.id, answer: 'yes' }]);
});

test('only the invited answer, only the team invites and reads invitations, only inviter or co-owner takes back', async () => {
  const sent = await amina.call.initiatives.invite(asking(joe.personId));
  const visitor = server.visitor();
  expect(await refusal(ruth.call.initiatives.answer({ id: sent.id, answer: 'yes' }))).toMatchObject({
    code: 'not-allowed',
    reason: 'why.addressed-only',
  });
  expect(await refusal(visitor.call.initiatives.answer({ id: sent.id, answer: 'yes' }))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(ruth.call.initiatives.invite(asking(joe.personId)))).toMatchObject({ reason: 'why.join-first' });
  expect(await refusal(visitor.call.initiatives.invite(asking(joe.personId)))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(ruth.call.initiatives.invitations({ id }))).toMatchObject({ reason: 'why.join-first' });
  expect(await refusal(visitor.call.initiatives.myInvitations())).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(joe.call.initiatives.withdrawInvitation({ id: sent.id }))).toMatchObject({ code: 'not-allowed' });
  expect(await refusal(amina.call.initiatives.invite(asking(newId())))).toMatchObject({ fields: [{ field: 'personId', reason: 'field.unknown' }] });
  expect(await refusal(amina.call.initiatives.answer({ id: newId(), answer: 'yes' }))).toMatchObject({ code: 'not-found' });
  expect(await refusal(amina.call.initiatives.withdrawInvitation({ id: newId() }))).toMatchObject({ code: 'not-found' });
  expect(await refusal(amina.call.initiatives.invite({ ...asking(joe.personId), id: newId() }))).toMatchObject({ code: 'not-found' });
});

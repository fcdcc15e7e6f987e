import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { somebody } from '#tests/helpers/somebody.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const clock = { at: new Date('2027-03-01T09:00:00Z'), now: () => new Date(clock.at) };

let server: TestServer;
let keeper: Somebody;
let amina: Somebody;
let initiativeId = '';

beforeAll(async () => {
  server = await startTestServer({ clock });
  keeper = await server.join('Sam');
  amina = await server.join('Amina');
  await keeper.call.place.putGroup({ id: 'family-carers', name: 'Carers', side: 'community', archived: false });
  const sparkId = newId();
  initiativeId = newId();
  await amina.call.sparks.post({ id: sparkId, text: 'Signs in one language', kind: 'need', siteId: null, nameShown: 'name', perspectives: [] });
  await amina.call.initiatives.light({
    id: initiativeId,
    sparkIds: [sparkId],
    title: 'Signs',
    purpose: 'People find the way.',
    forWhom: 'Visitors',
    perspectives: ['leading'],
  });
});
afterAll(() => server.close());

const made = (more: object = {}) => amina.call.invites.make({ initiativeId, label: 'poster on ward 4', ...more });
const usesOf = async (id: string) => (await amina.call.invites.list({ initiativeId })).items.find((one) => one.id === id)?.uses;
const accounts = async () => Number(await server.app.db.sql.$count(server.app.db.t.user));
const people = async () => Number(await server.app.db.sql.$count(server.app.db.t.person));

test('the secret is shown once, and only its hash is kept', async () => {
  const { invite, secret } = await made();
  expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(invite).toMatchObject({
    initiativeId,
    gives: 'member',
    label: 'poster on ward 4',
    uses: 0,
    maxUses: 30,
    revokedAt: null,
    mine: true,
    expiresAt: new Date(clock.at.getTime() + 7 * dayMs).toISOString(),
  });
  const listed = await amina.call.invites.list({ initiativeId });
  expect(JSON.stringify(listed)).not.toContain(secret);
  const rows = await server.app.db.sql.select().from(server.app.db.t.invite);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('a look says what it is for and uses nothing up', async () => {
  const { invite, secret } = await made({ maxUses: 1 });
  for (let i = 0; i < 3; i++) {
    expect(await server.visitor().call.invites.look({ secret })).toEqual({
      placeName: 'Kindling',
      initiative: { id: initiativeId, title: 'Signs', purpose: 'People find the way.' },
      invitedBy: 'Amina',
      gives: 'member',
    });
  }
  expect(await usesOf(invite.id)).toBe(0);
});

test('a browser whose session ended elsewhere comes in as a guest at the first try', async () => {
  const { secret } = await made();
  const browser = await server.join('Joe');
  const elsewhere = somebody(server.url, 'Joe', browser.personId, browser.cookie());
  await elsewhere.call.people.signOutEverywhere();
  expect(browser.cookie()).not.toBe('');
  await browser.call.invites.redeem({ secret, name: 'Joe', groupId: 'family-carers' });
  expect(await browser.call.people.me()).toMatchObject({ standing: 'guest', person: { name: 'Joe' } });
});

test('somebody without an account comes in as a guest, joins, and writes at once', async () => {
  const { invite, secret } = await made();
  const joe = server.visitor();
  expect(await joe.call.invites.redeem({ secret, name: ' Joe ', groupId: 'family-carers', perspectives: ['receiving'] })).toEqual({ initiativeId });
  expect(await joe.call.people.me()).toMatchObject({
    standing: 'guest',
    person: { name: 'Joe', label: 'Joe', email: null, groupIds: ['family-carers'] },
    seats: { [initiativeId]: 'member' },
  });
  expect((await joe.call.initiatives.read({ id: initiativeId })).team.find((one) => one.mine)).toMatchObject({
    person: { label: 'Joe', group: 'Carers' },
    perspectives: ['receiving'],
  });
  await joe.call.sparks.post({ id: newId(), text: 'The chair is too low', kind: 'need', siteId: null, nameShown: 'name', perspectives: [] });
  expect(await usesOf(invite.id)).toBe(1);
  expect(await joe.call.invites.redeem({ secret, name: '' })).toEqual({ initiativeId });
  expect(await usesOf(invite.id)).toBe(1);
  expect(await refusal(joe.call.people.find({ search: '' }))).toMatchObject({ reason: 'why.claim-first' });
  expect(await refusal(joe.call.invites.make({ initiativeId }))).toMatchObject({ reason: 'why.claim-first' });
  expect((await joe.call.people.me()).person?.name).toBe('Joe');
});

test('somebody signed in comes as who they are; a seat is never lowered', async () => {
  const { secret } = await made({ gives: 'reader' });
  expect(await amina.call.invites.redeem({ secret })).toEqual({ initiativeId });
  expect((await amina.call.initiatives.read({ id: initiativeId })).mySeat).toBe('co-owner');
  const ruth = await server.join('Ruth');
  await ruth.call.invites.redeem({ secret, name: 'Somebody else' });
  expect(await ruth.call.initiatives.read({ id: initiativeId })).toMatchObject({ mySeat: 'reader' });
  expect((await ruth.call.people.me()).person?.name).toBe('Ruth');
  await ruth.call.invites.redeem({ secret: (await made({ gives: 'member' })).secret });
  expect(await ruth.call.initiatives.read({ id: initiativeId })).toMatchObject({ mySeat: 'member' });
});

test('an invite to the place alone makes a guest without a seat; only a keeper makes one', async () => {
  expect(await refusal(amina.call.invites.make({ initiativeId: null }))).toMatchObject({ reason: 'why.keeper-only' });
  const { secret } = await keeper.call.invites.make({ initiativeId: null, label: 'front door' });
  expect((await server.visitor().call.invites.look({ secret })).initiative).toBeNull();
  const joe = server.visitor();
  expect(await joe.call.invites.redeem({ secret, name: 'Joe' })).toEqual({ initiativeId: null });
  expect(await joe.call.people.me()).toMatchObject({ standing: 'guest', seats: {} });
  expect((await keeper.call.invites.list({})).items.map((one) => one.label)).toEqual(['front door']);
  expect(await refusal(amina.call.invites.list({}))).toMatchObject({ reason: 'why.keeper-only' });
});

test('of twenty who come at once on five uses, five come in and nobody is left half inside', async () => {
  const { invite, secret } = await made({ maxUses: 5 });
  const before = { accounts: await accounts(), people: await people() };
  const crowd = Array.from({ length: 20 }, () => server.visitor());
  const came = await Promise.allSettled(crowd.map((one, at) => one.call.invites.redeem({ secret, name: `Guest ${at}` })));
  expect(came.filter((one) => one.status === 'fulfilled')).toHaveLength(5);
  expect(await usesOf(invite.id)).toBe(5);
  expect({ accounts: (await accounts()) - before.accounts, people: (await people()) - before.people }).toEqual({ accounts: 5, people: 5 });
  const inside = await Promise.all(crowd.map((one) => one.call.people.me()));
  expect(inside.filter((me) => me.standing === 'guest')).toHaveLength(5);
  expect(crowd.filter((one) => one.cookie() !== '')).toHaveLength(5);
  expect(await refusal(server.visitor().call.invites.redeem({ secret, name: 'Late' }))).toMatchObject({ code: 'gone', reason: 'invites.link-over' });
});

test('an invite that is too old, ended or forged lets nobody in and says so', async () => {
  const ended = await made();
  const visitor = server.visitor();
  expect(await refusal(visitor.call.invites.revoke({ id: ended.invite.id }))).toMatchObject({ code: 'not-signed-in' });
  const ruth = await server.join('Ruth');
  expect(await refusal(ruth.call.invites.revoke({ id: ended.invite.id }))).toMatchObject({ code: 'not-allowed' });
  expect(await refusal(amina.call.invites.revoke({ id: newId() }))).toMatchObject({ code: 'not-found' });
  expect(await keeper.call.invites.revoke({ id: ended.invite.id })).toMatchObject({ revokedAt: expect.any(String), mine: false });
  const old = await made({ days: 1 });
  clock.at = new Date(clock.at.getTime() + dayMs + 1);
  const before = await accounts();
  for (const secret of [ended.secret, old.secret, 'A'.repeat(43)]) {
    expect(await refusal(visitor.call.invites.look({ secret }))).toMatchObject({ code: 'gone', reason: 'invites.link-over' });
    expect(await refusal(visitor.call.invites.redeem({ secret, name: 'Mallory' }))).toMatchObject({ code: 'gone' });
    expect(await refusal(ruth.call.invites.redeem({ secret }))).toMatchObject({ code: 'gone' });
  }
  expect(await accounts()).toBe(before);
});

test('what is asked is checked: a name, a known group, a seat no higher than member', async () => {
  const { invite, secret } = await made();
  const visitor = server.visitor();
  expect(await refusal(visitor.call.invites.redeem({ secret, name: '  ' }))).toMatchObject({ fields: [{ field: 'name', reason: 'field.required' }] });
  expect(await refusal(visitor.call.invites.redeem({ secret, name: 'Joe', groupId: 'no-such-group' }))).toMatchObject({
    fields: [{ field: 'groupId', reason: 'field.unknown' }],
  });
  expect(await refusal(visitor.call.invites.look({ secret: 'short' }))).toMatchObject({ code: 'invalid' });
  const bold = await amina.fetch('/api/v1/invites', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ initiativeId, gives: 'co-owner' }),
  });
  expect(bold.status).toBe(400);
  expect(await refusal(made({ days: 91 }))).toMatchObject({ fields: [{ field: 'days' }] });
  expect(await refusal(visitor.call.invites.make({ initiativeId }))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal((await server.join('Ruth')).call.invites.make({ initiativeId }))).toMatchObject({ code: 'not-allowed' });
  expect(await refusal(amina.call.invites.make({ initiativeId: newId() }))).toMatchObject({ code: 'not-found' });
  expect(await usesOf(invite.id)).toBe(0);
  const answer = await visitor.fetch('/api/auth/sign-in/anonymous', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: '{}',
  });
  expect(answer.status).toBe(404);
});

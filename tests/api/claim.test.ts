import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aGuest, followLink, lettersTo, password, post, tokenTo } from '#tests/helpers/coming-in.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const clock = { at: new Date('2027-03-01T09:00:00Z'), now: () => new Date(clock.at) };

let server: TestServer;
let keeper: Somebody;
let joe: Somebody;
let sparkId = '';
let email = '';

beforeAll(async () => {
  server = await startTestServer({ clock });
  keeper = await server.join('Sam');
});
afterAll(() => server.close());
beforeEach(async () => {
  joe = await aGuest(server, keeper, 'Joe');
  email = `joe-${newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, 'x')}@example.org`;
  sparkId = newId();
  await joe.call.sparks.post({ id: sparkId, text: 'The chair is too low', kind: 'need', siteId: null, nameShown: 'name', perspectives: [] });
});

const accounts = async () => Number(await server.app.db.sql.$count(server.app.db.t.user));

/** Joe, whatever he came by, is a member under this address and still has what he wrote. */
async function expectSameJoe(somebody: Somebody): Promise<void> {
  expect(await somebody.call.people.me()).toMatchObject({ standing: 'member', person: { id: joe.personId, name: 'Joe', email } });
  expect(await somebody.call.sparks.read({ id: sparkId })).toMatchObject({ mine: true, author: { label: 'Joe', personId: joe.personId } });
}

test('a guest asks for a letter, follows its link, and keeps what they wrote; the link works once', async () => {
  expect(await joe.call.people.claim({ email: ` ${email.toUpperCase()} ` })).toEqual({ sent: true });
  const token = await tokenTo(server, email);
  expect(await joe.call.people.redeemClaim({ token })).toMatchObject({ standing: 'member', person: { email } });
  await expectSameJoe(joe);
  expect(await refusal(joe.call.people.redeemClaim({ token }))).toMatchObject({ code: 'gone', reason: 'problem.link-gone' });
  expect(await refusal(joe.call.people.claim({ email }))).toMatchObject({ code: 'conflict' });
});

test('the link opened on another device brings the person in there, and the old sessions end', async () => {
  await joe.call.people.claim({ email });
  const phone = server.visitor();
  expect(await phone.call.people.redeemClaim({ token: await tokenTo(server, email) })).toMatchObject({ standing: 'member' });
  await expectSameJoe(phone);
  expect(await joe.call.people.me()).toMatchObject({ standing: 'visitor' });
});

test('somebody else who is signed in does not use the link up', async () => {
  await joe.call.people.claim({ email });
  const token = await tokenTo(server, email);
  for (const other of [keeper, await aGuest(server, keeper, 'Eve')])
    expect(await refusal(other.call.people.redeemClaim({ token }))).toMatchObject({ code: 'conflict', reason: 'signIn.somebody-else-here' });
  await joe.call.people.redeemClaim({ token });
  await expectSameJoe(joe);
});

test('an address that has an account is answered alike, and its letter changes nothing', async () => {
  const known = (await keeper.call.people.me()).person?.email ?? '';
  expect(await joe.call.people.claim({ email: known })).toEqual({ sent: true });
  const [letter] = await lettersTo(server, known);
  expect(letter).toContain('already have an account');
  expect(letter).not.toContain('#');
  expect(await joe.call.people.me()).toMatchObject({ standing: 'guest' });
});

test('a link too old, forged, or asked for by nobody, and an address that is none, are refused', async () => {
  await joe.call.people.claim({ email });
  const token = await tokenTo(server, email);
  clock.at = new Date(clock.at.getTime() + dayMs + 1);
  for (const bad of [token, 'A'.repeat(43)]) expect(await refusal(joe.call.people.redeemClaim({ token: bad }))).toMatchObject({ code: 'gone' });
  expect(await refusal(server.visitor().call.people.claim({ email }))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(keeper.call.people.claim({ email }))).toMatchObject({ code: 'conflict', reason: 'why.sign-out-first' });
  expect(await refusal(joe.call.people.claim({ email: 'joe' }))).toMatchObject({ fields: [{ field: 'email', reason: 'field.email' }] });
});

test('an account made with the address in the meantime keeps it', async () => {
  await joe.call.people.claim({ email });
  const other = server.visitor();
  await post(server, other, '/sign-up/email', { name: 'Josephine', email, password });
  expect(await refusal(joe.call.people.redeemClaim({ token: await tokenTo(server, email) }))).toMatchObject({
    code: 'conflict',
    reason: 'problem.email-known',
  });
  expect(await joe.call.people.me()).toMatchObject({ standing: 'guest' });
});

test('a guest who signs up stays the same person, and no account is left over', async () => {
  const before = await accounts();
  expect((await post(server, joe, '/sign-up/email', { name: 'Joseph', email, password })).status).toBe(200);
  await expectSameJoe(joe);
  expect(await accounts()).toBe(before);
});

test('a guest who comes in by a link by mail stays the same person', async () => {
  expect((await post(server, joe, '/sign-in/magic-link', { email })).status).toBe(200);
  expect((await followLink(joe, await tokenTo(server, email))).status).toBe(200);
  await expectSameJoe(joe);
});

test('a guest who signs in to an account of their own becomes that person; what the guest wrote stays as it was', async () => {
  const ruth = server.visitor();
  await post(server, ruth, '/sign-up/email', { name: 'Ruth', email, password });
  const me = await ruth.call.people.me();
  expect((await post(server, joe, '/sign-in/email', { email, password })).status).toBe(200);
  expect((await joe.call.people.me()).person?.id).toBe(me.person?.id);
  expect(await joe.call.sparks.read({ id: sparkId })).toMatchObject({ mine: false, author: { label: 'Joe' } });
});

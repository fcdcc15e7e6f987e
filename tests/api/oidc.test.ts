import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { aGuest, password, post } from '#tests/helpers/coming-in.ts';
import { type Issuer, startIssuer } from '#tests/helpers/oidc-issuer.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const begunAt = z.object({ url: z.string() });

let issuer: Issuer;
let server: TestServer;
let keeper: Somebody;

beforeAll(async () => {
  issuer = await startIssuer();
  server = await startTestServer({
    env: { OIDC_ISSUER: `${issuer.url}/`, OIDC_CLIENT_ID: issuer.clientId, OIDC_CLIENT_SECRET: issuer.clientSecret, OIDC_LABEL: 'Hospital account' },
  });
  keeper = await server.join('Sam');
});
afterAll(async () => {
  await server.close();
  await issuer.close();
});
beforeEach(() => {
  issuer.forging = false;
});

/** Walks the whole way: to the issuer and back. @returns where the browser ends up */
async function signIn(from: Somebody): Promise<string> {
  const begun = await post(server, from, '/sign-in/social', { provider: 'oidc', callbackURL: '/initiatives', errorCallbackURL: '/sign-in' });
  expect(begun.status).toBe(200);
  const { url } = begunAt.parse(await begun.json());
  const atIssuer = await fetch(url, { redirect: 'manual' });
  const back = await from.fetch(new URL(atIssuer.headers.get('location') ?? '').href);
  expect(back.status).toBe(302);
  return new URL(back.headers.get('location') ?? '', server.url).href;
}

test('the place says that there is another way in, by its own name', async () => {
  expect((await server.visitor().call.place.read()).oidc).toEqual({ id: 'oidc', label: 'Hospital account' });
});

test('somebody comes in by OpenID Connect with PKCE and a state, and again as the same person', async () => {
  issuer.person = { sub: 'ruth', email: 'ruth@hospital.example', email_verified: true, name: 'Ruth' };
  const ruth = server.visitor();
  expect(await signIn(ruth)).toBe(`${server.url}/initiatives`);
  const me = await ruth.call.people.me();
  expect(me).toMatchObject({ standing: 'member', person: { name: 'Ruth', email: 'ruth@hospital.example' } });
  expect(Object.fromEntries(issuer.asked.at(-1) ?? [])).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.any(String),
    scope: expect.stringContaining('openid'),
  });
  const later = server.visitor();
  await signIn(later);
  expect((await later.call.people.me()).person?.id).toBe(me.person?.id);
});

test('a guest who comes in by it stays the same person', async () => {
  const joe = await aGuest(server, keeper, 'Joe');
  issuer.person = { sub: 'joe', email: 'joe@hospital.example', email_verified: true, name: 'Joseph' };
  await signIn(joe);
  expect(await joe.call.people.me()).toMatchObject({ standing: 'member', person: { id: joe.personId, name: 'Joe', email: 'joe@hospital.example' } });
});

test('a token signed by somebody else lets nobody in', async () => {
  issuer.person = { sub: 'eve', email: 'eve@hospital.example', email_verified: true, name: 'Eve' };
  issuer.forging = true;
  const eve = server.visitor();
  expect(await signIn(eve)).toMatch(/\/sign-in\?error=/);
  expect(await eve.call.people.me()).toMatchObject({ standing: 'visitor' });
});

test('an answer to a question that this browser did not ask is refused', async () => {
  issuer.person = { sub: 'mei', email: 'mei@hospital.example', email_verified: true, name: 'Mei' };
  const begun = await post(server, server.visitor(), '/sign-in/social', { provider: 'oidc', callbackURL: '/' });
  const { url } = begunAt.parse(await begun.json());
  const location = (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';
  const victim = server.visitor();
  await victim.fetch(location);
  expect(await victim.call.people.me()).toMatchObject({ standing: 'visitor' });
});

test('an account whose address was never proven is not taken over by the same address elsewhere', async () => {
  const dev = server.visitor();
  await post(server, dev, '/sign-up/email', { name: 'Dev', email: 'dev@hospital.example', password });
  issuer.person = { sub: 'dev', email: 'dev@hospital.example', email_verified: false, name: 'Not Dev' };
  const other = server.visitor();
  expect(await signIn(other)).toMatch(/error=/);
  expect(await other.call.people.me()).toMatchObject({ standing: 'visitor' });
});

test('nobody is sent to another site afterwards', async () => {
  const refused = await post(server, server.visitor(), '/sign-in/social', { provider: 'oidc', callbackURL: 'https://evil.example/' });
  expect(refused.status).toBe(403);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { followLink, lettersTo, password, post, tokenTo } from '#tests/helpers/coming-in.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.join('Sam');
});
afterAll(() => server.close());

const anEmail = () =>
  `ruth-${newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, 'x')}@example.org`;
async function signedUp(email: string): Promise<Somebody> {
  const ruth = server.visitor();
  await post(server, ruth, '/sign-up/email', { name: 'Ruth', email, password });
  return ruth;
}

test('a wrong password and an unknown e-mail are answered alike', async () => {
  const email = anEmail();
  await signedUp(email);
  const answers = await Promise.all(
    [
      { email, password: 'not the password' },
      { email: anEmail(), password },
    ].map((body) => post(server, server.visitor(), '/sign-in/email', body)),
  );
  expect(answers.map((answer) => answer.status)).toEqual([401, 401]);
  const [wrong, unknown] = await Promise.all(answers.map((answer) => answer.text()));
  expect(wrong).toBe(unknown);
});

test('a short password and a taken e-mail are refused', async () => {
  const email = anEmail();
  expect((await post(server, server.visitor(), '/sign-up/email', { name: 'Ruth', email, password: 'short' })).status).toBe(400);
  await signedUp(email);
  expect((await post(server, server.visitor(), '/sign-up/email', { name: 'Eve', email, password })).status).toBe(422);
});

test('a link by mail brings somebody in once; its secret stays out of addresses the server sees', async () => {
  const email = anEmail();
  const ruth = server.visitor();
  expect((await post(server, ruth, '/sign-in/magic-link', { email })).status).toBe(200);
  const [letter] = await lettersTo(server, email);
  expect(letter).toContain(`${server.url}/sign-in/link#`);
  const token = await tokenTo(server, email);
  expect((await followLink(ruth, token)).status).toBe(200);
  expect(await ruth.call.people.me()).toMatchObject({ standing: 'member', person: { email, name: 'Somebody' } });
  const again = server.visitor();
  expect((await followLink(again, token)).status).toBe(302);
  expect((await followLink(again, 'a'.repeat(32))).status).toBe(302);
  expect(await again.call.people.me()).toMatchObject({ standing: 'visitor' });
});

test.each<[string, (browser: Somebody, email: string) => Promise<Response>]>([
  ['a password', (browser, email) => post(server, browser, '/sign-in/email', { email, password })],
  ['a link by mail, which works once', async (browser, email) => followLink(browser, await tokenTo(server, email))],
])('a browser whose session ended elsewhere comes in again at the first try, by %s', async (_way, comeIn) => {
  const email = anEmail();
  const browser = await signedUp(email);
  await post(server, server.visitor(), '/sign-in/magic-link', { email });
  const elsewhere = server.visitor();
  await post(server, elsewhere, '/sign-in/email', { email, password });
  await elsewhere.call.people.signOutEverywhere();
  expect(browser.cookie()).not.toBe('');
  expect((await comeIn(browser, email)).status).toBe(200);
  expect(await browser.call.people.me()).toMatchObject({ standing: 'member', person: { email } });
});

test('a page of another site can not sign anybody in by a link', async () => {
  const email = anEmail();
  await post(server, server.visitor(), '/sign-in/magic-link', { email });
  const token = await tokenTo(server, email);
  const victim = server.visitor();
  expect((await victim.fetch(`/api/auth/magic-link/verify?token=${token}`)).status).toBe(403);
  expect(victim.cookie()).toBe('');
  expect((await followLink(victim, token)).status).toBe(200);
});

test('a link by mail proves whose the address is: a password somebody else set before is gone', async () => {
  const email = anEmail();
  const squatter = await signedUp(email);
  const owner = server.visitor();
  await post(server, owner, '/sign-in/magic-link', { email });
  await followLink(owner, await tokenTo(server, email));
  expect(await owner.call.people.me()).toMatchObject({ standing: 'member', person: { email } });
  expect(await squatter.call.people.me()).toMatchObject({ standing: 'visitor' });
  expect((await post(server, server.visitor(), '/sign-in/email', { email, password })).status).toBe(401);
});

test('signing out ends this session; everywhere ends them all', async () => {
  const email = anEmail();
  const phone = await signedUp(email);
  const [ward, home] = [server.visitor(), server.visitor()];
  for (const one of [ward, home]) await post(server, one, '/sign-in/email', { email, password });
  expect((await post(server, ward, '/sign-out', {})).status).toBe(200);
  expect(await ward.call.people.me()).toMatchObject({ standing: 'visitor' });
  expect(await home.call.people.signOutEverywhere()).toEqual({ ended: 2 });
  for (const one of [phone, home]) expect(await one.call.people.me()).toMatchObject({ standing: 'visitor' });
});

test('with limits on, guessing passwords is stopped, whatever address the caller claims to come from', async () => {
  const limited = await startTestServer({ env: { RATE_LIMITS: 'on' } });
  try {
    const guess = (at: number) =>
      limited.visitor().fetch('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: limited.url, 'x-forwarded-for': `10.0.0.${at}`, 'x-kindling-caller': `10.0.0.${at}` },
        body: JSON.stringify({ email: 'ruth@example.org', password: `guess number ${at}` }),
      });
    const statuses: number[] = [];
    for (let at = 0; at < 25; at++) statuses.push((await guess(at)).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.slice(20)).toEqual([429, 429, 429, 429, 429]);
  } finally {
    await limited.close();
  }
});

/** Notices to a browser: from the act to a real push service, and what an enemy could do with the address a browser gives. */
import { createPublicKey, verify } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dayMs, systemClock } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aDecisionCard, hashOfCard } from '#tests/helpers/a-proposal.ts';
import { aBlocker, anInitiative } from '#tests/helpers/an-initiative.ts';
import { aBrowser, openPushService, type PushService } from '#tests/helpers/push-service.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let service: PushService;
let cast: Cast;
let dev: Somebody;
// Of today: better-auth ends sessions by the clock of the machine.
let now = new Date(Math.floor(systemClock.now().getTime() / 1000) * 1000);
beforeAll(async () => {
  service = await openPushService();
  server = await startTestServer({ clock: { now: () => now }, pushDoor: service.door });
  cast = await aCast(server);
});
afterAll(async () => {
  await server.close();
  await service.close();
});
beforeEach(async () => {
  service.pushed.length = 0;
  service.answer = () => 201;
  dev = await server.join('Dev');
});

const start = (who = dev, more: { words?: 'short' | 'whole'; endpoint?: string } = {}) =>
  who.call.notices.startPush({ ...aBrowser(), endpoint: `${service.url}/${newId()}`, words: 'short', ...more });
async function ask(): Promise<void> {
  const elementId = await aBlocker(server.app.db, cast.id, { title: 'The lift' });
  await cast.member.call.asks.put({ id: cast.id, elementId, asks: [{ askId: newId(), personId: dev.personId, message: 'Words for Dev alone.' }] });
  await server.jobs.run();
}
const devices = async () => (await server.app.db.sql.select().from(server.app.db.t.pushDevice)).filter(({ personId }) => personId === dev.personId);
/** Dev comes in on another device. */
const again = async () => {
  const other = server.visitor();
  const email = (await dev.call.people.me()).person?.email ?? '';
  await other.fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email, password: 'correct horse battery' }),
  });
  return { ...other, personId: dev.personId };
};

test('nothing is pushed until a person turns it on; then an ask is, saying only that something waits', async () => {
  await ask();
  expect(service.pushed).toEqual([]);
  expect(await dev.call.notices.push()).toEqual({ key: expect.stringMatching(/^[\w-]{87}$/), words: null });
  expect(await start()).toMatchObject({ words: 'short' });
  await ask();
  expect(service.pushed.map(({ note }) => note)).toEqual([
    { title: 'Kindling', body: 'Somebody asks you something.', tag: expect.any(String), address: '/sponsor', language: 'en' },
  ]);
});

test('who chose it reads the notice’s sentence, and never the words that were written or a secret', async () => {
  await start(dev, { words: 'whole' });
  await ask();
  const [one] = service.pushed;
  expect(one?.note.body).toBe('Amina asks you about: The lift');
  expect(JSON.stringify(one?.note)).not.toMatch(/Words for Dev|answer#/);
  expect(one?.body.includes('lift')).toBe(false);
  expect(one?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' });
});

test('one act that tells two people reaches the browser of each once, with what it says to them and nothing of the other’s', async () => {
  const team = { [cast.coOwner.personId]: 'co-owner', [cast.member.personId]: 'member', [dev.personId]: 'member' } as const;
  const id = await anInitiative(server.app.db, { team });
  const elementId = await aDecisionCard(server.app.db, id);
  for (const who of [cast.member, dev]) await start(who);
  const byWhen = new Date(now.getTime() + 7 * dayMs).toISOString().slice(0, 10);
  await cast.coOwner.call.decisions.put({ id, decisionId: newId(), elementId, wordsHash: hashOfCard, byWhen });
  await server.jobs.run();
  const { sql, t } = server.app.db;
  const notices = (await sql.select().from(t.notice)).filter(({ initiativeId }) => initiativeId === id);
  expect(notices.map(({ personId }) => personId).toSorted()).toEqual([cast.member.personId, dev.personId].toSorted());
  const letters = (await sql.select().from(t.letter)).filter(({ kind, noticeId }) => kind === 'push' && notices.some((one) => one.id === noticeId));
  expect(new Map(letters.map(({ noticeId, personId }) => [noticeId, personId]))).toEqual(new Map(notices.map((one) => [one.id, one.personId])));
  expect(service.pushed).toHaveLength(2);
  expect(new Set(service.pushed.map(({ note }) => note.tag)).size).toBe(2);
  await cast.member.call.notices.stopPush();
});

test('the service can prove that it was this server that sent', async () => {
  await start();
  await ask();
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(service.pushed[0]?.headers['authorization'] ?? '') ?? [];
  expect(key).toBe((await dev.call.notices.push()).key);
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  expect(verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(
    true,
  );
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    aud: service.url,
    exp: now.getTime() / 1000 + 43_200,
    sub: 'mailto:kindling@localhost',
  });
  expect(statSync(path.join(server.dataDir, 'push-key')).mode & 0o777).toBe(0o600);
});

test('what can wait, what is muted, what was seen and what is a day old is not pushed', async () => {
  await start();
  await cast.coOwner.call.endorsements.endorse({
    id: cast.id,
    office: 'manager',
    reason: 'Yes.',
    purposeHash: (await cast.coOwner.call.initiatives.read({ id: cast.id })).purposeHash,
  });
  await dev.call.notices.mute({ id: cast.id });
  await ask();
  await dev.call.notices.unmute({ id: cast.id });
  expect(service.pushed).toEqual([]);
  service.answer = () => 503;
  await ask();
  expect(service.pushed).toHaveLength(1);
  await dev.call.notices.seen({ ids: 'all' });
  now = new Date(now.getTime() + 60_000);
  await server.jobs.run();
  await ask();
  now = new Date(now.getTime() + dayMs + 1);
  await server.jobs.run();
  expect(service.pushed).toHaveLength(2);
});

test('a service that is down is tried again, with the same tag, and its trouble holds up no letter and no other browser', async () => {
  await start();
  service.answer = () => (service.pushed.length < 2 ? 500 : 201);
  await ask();
  now = new Date(now.getTime() + 60_000);
  await server.jobs.run();
  now = new Date(now.getTime() + 3_600_000);
  await server.jobs.run();
  expect(service.pushed).toHaveLength(2);
  expect(new Set(service.pushed.map(({ note }) => note.tag)).size).toBe(1);
});

test.each([404, 410])('a browser that is gone (%i) is forgotten', async (status) => {
  await start();
  service.answer = () => status;
  await ask();
  expect(await devices()).toEqual([]);
  expect((await dev.call.notices.push()).words).toBeNull();
});

test('an answer that leads elsewhere is not followed', async () => {
  await start();
  service.answer = () => 307;
  await ask();
  expect(service.pushed).toHaveLength(1);
});

test('signing out here ends it here, signing out everywhere ends it everywhere, turning it off turns it off', async () => {
  const other = await again();
  await start();
  await start(other);
  expect(await devices()).toHaveLength(2);
  await other.fetch('/api/auth/sign-out', { method: 'POST', headers: { origin: server.url, 'content-type': 'application/json' }, body: '{}' });
  expect(await devices()).toHaveLength(1);
  expect((await dev.call.notices.stopPush()).words).toBeNull();
  expect(await devices()).toEqual([]);
  await start();
  await dev.call.people.signOutEverywhere();
  expect(await devices()).toEqual([]);
});

test('a shared browser tells whoever came in last, and nobody before', async () => {
  const endpoint = `${service.url}/shared`;
  const before = await server.join('Before');
  await start(before, { endpoint });
  await start(dev, { endpoint });
  expect((await before.call.notices.push()).words).toBeNull();
  expect(await devices()).toMatchObject([{ endpoint }]);
});

test('one person has ten browsers at most, the newest', async () => {
  for (let n = 0; n < 12; n += 1) {
    now = new Date(now.getTime() + 1000);
    await start(await again(), { endpoint: `${service.url}/many-${n}` });
  }
  expect((await devices()).map(({ endpoint }) => endpoint).sort()).toEqual(
    Array.from({ length: 10 }, (_, n) => `${service.url}/many-${n + 2}`).sort(),
  );
});

test('an address that can be no push service of the world is refused', async () => {
  const real = await startTestServer();
  try {
    const person = await real.join('Dev');
    for (const endpoint of [
      'http://push.example/x',
      'https://push.example:8443/x',
      'https://name:word@push.example/x',
      'https://10.0.0.1/x',
      'https://[::1]/x',
      'https://[::ffff:169.254.169.254]/x',
      'https://2130706433/x',
      'ftp://push.example/x',
    ])
      expect((await refusal(start(person, { endpoint }))).code, endpoint).toBe('invalid');
  } finally {
    await real.close();
  }
});

test('a name that leads into our own net is not asked: it is looked at when the connection is made', async () => {
  const real = await startTestServer();
  try {
    const endpoint = 'https://localhost/x';
    expect(real.app.push.mayReach(endpoint)).toBe(true);
    await expect(real.app.push.send({ endpoint, keys: aBrowser(), note: {}, ttlSeconds: 60 })).rejects.toThrow('inside our own net');
  } finally {
    await real.close();
  }
});

test('with web push off there is no key, and nothing can be turned on', async () => {
  const off = await startTestServer({ env: { WEB_PUSH: 'off' } });
  try {
    const person = await off.join('Dev');
    expect(await person.call.notices.push()).toEqual({ key: null, words: null });
    expect((await refusal(start(person))).reason).toBe('noticesPage.push-off-here');
  } finally {
    await off.close();
  }
});

/** Tries to make, change or end what is not one's own: each is refused in the one shape problems have, changes nothing, and leaves a row in the audit. */
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsAfter } from '#server/audit/store.ts';
import { makeConnection } from '#client/realtime/connection.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { newId } from '#shared/lib/ids.ts';
import { problemBody } from '#shared/lib/problem.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import { contractRoutes } from '#tests/helpers/contract-routes.ts';
import { somebody } from '#tests/helpers/somebody.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let cast: Cast;
let now = new Date('2027-03-01T12:00:00Z');
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => new Date((now = new Date(now.getTime() + 5)).getTime()) } });
  cast = await aCast(server);
});
afterAll(() => server.close());

const json = { 'content-type': 'application/json' };
/** Routes that change something, each with an address of things that are not there. */
const changing = contractRoutes
  .filter((route) => route.method !== 'GET')
  .map(
    ({ name, method, path }) => [name, method, `/api/v1${path.replaceAll('{sentence}', 'see-too').replaceAll(/\{\w+\}/g, () => newId())}`] as const,
  );

async function audited<T>(work: () => Promise<T>): Promise<{ answer: T; rows: Awaited<ReturnType<typeof rowsAfter>> }> {
  now = new Date(now.getTime() + 120_000);
  const before = (await rowsAfter(server.app.db, 0, 100_000)).at(-1)?.seq ?? 0;
  const answer = await work();
  return { answer, rows: await rowsAfter(server.app.db, before, 1000) };
}

async function problemIn(answer: Response): Promise<string> {
  return problemBody.parse(await answer.json()).code;
}

async function anAsk(): Promise<string> {
  const elementId = await aBlocker(server.app.db, cast.id);
  const askId = newId();
  await cast.member.call.asks.put({ id: cast.id, elementId, asks: [{ askId, personId: cast.outsider.personId, message: 'Could you?' }] });
  return askId;
}

describe.each(changing)('%s', (name, method, address) => {
  test('is not carried out for a page of another site', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const { answer, rows } = await audited(() => cast.keeper.fetch(address, { method, headers: { ...json, ...headers }, body: '{}' }));
      expect([answer.status, await problemIn(answer)]).toEqual([403, 'not-allowed']);
      expect(rows.map((row) => [row.action, row.reason])).toEqual([['foreign-request', 'problem.foreign-origin']]);
    }
  });

  test('says clearly what is wrong with a body it can not read', async () => {
    const who = name === 'people.signOutEverywhere' ? server.visitor() : cast.outsider;
    const deep = `{"id":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const limit = address.includes('/bring-ins/') ? 7_100_000 : 110_000;
    const bodies = [
      '{"id":',
      '\u0000',
      deep,
      `{"text":"${'x'.repeat(limit)}"}`,
      '{"__proto__":{"standing":"keeper","own":true},"constructor":{"prototype":{"own":true}}}',
      '[]',
      '"words"',
      'null',
    ];
    for (const body of bodies) {
      const answer = await who.fetch(address, { method, headers: json, body });
      if (body.length > limit) expect(answer.status, 'too large').toBe(413);
      if (answer.ok) continue;
      expect(await problemIn(answer), body.slice(0, 40)).not.toBe('unexpected');
      expect(answer.status).toBeLessThan(500);
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('standing');
    expect(({} as Record<string, unknown>)['own']).toBeUndefined();
  });
});

test('no header makes anybody somebody else', async () => {
  const id = await anAsk();
  const tricks: Record<string, string>[] = [
    { 'x-kindling-caller': '127.0.0.1' },
    { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
    { 'x-person-id': cast.outsider.personId, 'x-user-id': cast.outsider.personId },
    { authorization: `Bearer ${cast.outsider.cookie()}` },
    { 'x-original-url': '/api/v1/me', 'x-rewrite-url': '/api/v1/me' },
  ];
  for (const headers of tricks) {
    const answer = await cast.keeper.fetch(`/api/v1/asks/${id}/answer`, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: '{"answer":"cannot","line":"Forged"}',
    });
    expect([answer.status, await problemIn(answer)], JSON.stringify(headers)).toEqual([403, 'not-allowed']);
  }
});

test('a reading request changes nothing, whatever method it says it means', async () => {
  const id = await anAsk();
  for (const method of ['GET', 'HEAD']) {
    const headers = { 'x-http-method-override': 'POST', 'x-method-override': 'POST', 'x-http-method': 'POST' };
    const answer = await cast.outsider.fetch(`/api/v1/asks/${id}/answer?_method=POST&answer=cannot&line=x`, { method, headers });
    expect(answer.status, method).toBe(404);
  }
  expect((await cast.outsider.call.asks.mine()).items.find((ask) => ask.id === id)).toMatchObject({ answer: null });
});

test('a cookie that is not the one we signed is nobody', async () => {
  const token = decodeURIComponent(cast.keeper.cookie());
  const [pair = ''] = token.split('; ');
  const name = pair.slice(0, pair.indexOf('='));
  const unsigned = pair.slice(pair.indexOf('=') + 1).split('.')[0] ?? '';
  const [session] = await server.app.db.sql.select().from(server.app.db.t.session);
  for (const value of [unsigned, `${unsigned}.${'A'.repeat(43)}=`, session?.id ?? '', session?.userId ?? '', cast.keeper.personId]) {
    const forger = somebody(server.url, 'Forger', '', `${name}=${encodeURIComponent(value)}`);
    expect(await forger.call.people.me()).toMatchObject({ standing: 'visitor' });
    expect(await refusal(forger.call.place.change({ name: 'Mine' }))).toMatchObject({ code: 'not-signed-in' });
  }
});

test('whoever a body names, an act is by who is signed in', async () => {
  const names = {
    personId: cast.coOwner.personId,
    by: cast.coOwner.personId,
    authorId: cast.coOwner.personId,
    askedBy: cast.coOwner.personId,
    madeBy: cast.coOwner.personId,
  };
  const send = (who: Somebody, method: string, address: string, body: object) =>
    who.fetch(`/api/v1${address}`, { method, headers: json, body: JSON.stringify({ ...names, ...body }) });
  const pledgeId = newId();
  await send(cast.outsider, 'POST', `/initiatives/${cast.id}/pledges`, { pledgeId, kind: 'time', what: 'An hour', until: null });
  const sparkId = newId();
  await send(cast.outsider, 'POST', '/sparks', { id: sparkId, text: 'No chairs', kind: 'need', siteId: null, nameShown: 'name' });
  const { purposeHash } = await cast.outsider.call.initiatives.read({ id: cast.id });
  await send(cast.outsider, 'PUT', `/initiatives/${cast.id}/endorsement`, { office: 'manager', reason: 'Right', purposeHash });
  const { sql, t } = server.app.db;
  expect((await sql.select().from(t.pledge)).filter((row) => row.id === pledgeId).map((row) => row.personId)).toEqual([cast.outsider.personId]);
  expect((await sql.select().from(t.spark)).filter((row) => row.id === sparkId).map((row) => row.authorId)).toEqual([cast.outsider.personId]);
  expect((await sql.select().from(t.endorsement)).map((row) => row.personId)).toEqual([cast.outsider.personId]);
});

test('an import names no author, whatever its file says', async () => {
  const content = `title,author,authorId,personId,created\nChairs for the desk,Ruth,${cast.coOwner.personId},${cast.coOwner.personId},2027-01-01\n`;
  const { rows } = await audited(() => cast.outsider.call.sparks.bringIn({ id: newId(), name: 'ideas.csv', content }));
  const { sql, t } = server.app.db;
  const [brought] = (await sql.select().from(t.spark)).filter((row) => row.title === 'Chairs for the desk');
  expect(brought).toMatchObject({ authorId: null, nameShown: 'unnamed' });
  expect(JSON.stringify(rows)).not.toContain(cast.coOwner.personId);
});

test('the same request sent again does it once; an id that is somebody else’s is refused', async () => {
  const pledge = { id: cast.id, pledgeId: newId(), kind: 'time' as const, what: 'An hour', until: null };
  const { rows } = await audited(async () => {
    for (let n = 0; n < 5; n += 1) await cast.outsider.call.pledges.give(pledge);
    expect(await refusal(cast.member.call.pledges.give(pledge))).toMatchObject({ code: 'conflict' });
  });
  expect(rows.map((row) => [row.action, row.outcome, row.personId])).toEqual([
    ['pledge.given', 'done', cast.outsider.personId],
    ['pledges.give', 'refused', cast.member.personId],
  ]);
});

test('ten who take back at once: one does it, nine are refused, and each has a row', async () => {
  const id = await anAsk();
  const { answer, rows } = await audited(() => Promise.allSettled(Array.from({ length: 10 }, () => cast.coOwner.call.asks.withdraw({ id }))));
  expect(answer.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  expect(rows.filter((row) => row.outcome === 'done').map((row) => row.action)).toEqual(['ask.withdrawn']);
  expect(rows.filter((row) => row.outcome === 'refused' && row.action === 'asks.withdraw' && row.thing === id)).toHaveLength(9);
});

test('an answer and its taking back at the same moment are both in the audit, as what they came to', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await anAsk();
    const { answer, rows } = await audited(() =>
      Promise.allSettled([cast.outsider.call.asks.answer({ id, answer: 'cannot', line: 'x' }), cast.coOwner.call.asks.withdraw({ id })]),
    );
    const done = answer.filter((one) => one.status === 'fulfilled').length;
    expect(rows.filter((row) => row.outcome === 'done')).toHaveLength(done);
    expect(rows.filter((row) => row.outcome === 'refused')).toHaveLength(2 - done);
  }
});

test('an endorsement can not be drawn onto a board: the gate refuses it, and its code is in the audit', async () => {
  const boardId = await aBoard(server.app, { [cast.member.personId]: 'member', [cast.reader.personId]: 'reader' });
  const forged = new Y.Doc();
  forged.getMap('endorsements').set(cast.outsider.personId, { office: 'commissioner', reason: 'Forged' });
  const update = Y.encodeStateAsUpdate(forged);
  const { rows } = await audited(async () => {
    for (const who of [cast.member, cast.reader]) {
      const line = makeConnection(server.url, { cookie: who.cookie() });
      await new Promise<void>((resolve) => line.onLine((state) => state === 'open' && resolve()));
      const { epoch } = await line.ask('board:open', { boardId, epoch: null, version: boardVersion, stateVector: Y.encodeStateVector(new Y.Doc()) });
      await expect(line.ask('board:edit', { boardId, epoch, update })).rejects.toThrow(who === cast.member ? 'refused.gate' : 'why.reading-only');
      line.close();
    }
  });
  expect(rows.map((row) => [row.action, row.personId, row.thing, row.reason])).toEqual([
    ['board.edit', cast.member.personId, boardId, expect.stringMatching(/^refused\.gate\/[\w-]+$/)],
    ['board.edit', cast.reader.personId, boardId, 'why.reading-only'],
  ]);
  expect((await cast.reader.call.endorsements.list({ id: boardId })).items).toEqual([]);
});

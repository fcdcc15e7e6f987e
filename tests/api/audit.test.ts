import { eq, sql as text } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mayBeUnnamed } from '#server/audit/refused-request.ts';
import { rowsAfter } from '#server/audit/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { activity } from '#shared/words/en/activity.ts';
import { isWordsKey } from '#shared/words/say.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import { contractRoutes } from '#tests/helpers/contract-routes.ts';
import { refusal, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let cast: Cast;
let from = 0;
let now = new Date('2027-03-01T12:34:56Z');
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  cast = await aCast(server);
});
beforeEach(async () => {
  now = new Date(now.getTime() + 120_000);
  from = (await all()).at(-1)?.seq ?? 0;
});
afterAll(() => server.close());

const all = () => rowsAfter(server.app.db, 0, 100_000);
const written = () => rowsAfter(server.app.db, from, 1000);
const anAsk = async () => {
  const elementId = await aBlocker(server.app.db, cast.id);
  const one = { askId: newId(), personId: cast.outsider.personId, message: 'Could you?' };
  await cast.member.call.asks.put({ id: cast.id, elementId, asks: [one] });
  return { id: one.askId };
};

test('[AU1] an act leaves a row with who, in which session, what and on what', async () => {
  const { id } = await anAsk();
  await cast.outsider.call.asks.answer({ id, answer: 'cannot', line: 'Secret words of Dev' });
  await cast.outsider.call.asks.answer({ id, answer: 'will', by: '2027-05-01' });
  const rows = await written();
  expect(rows.map((row) => [row.action, row.personId, row.thing, row.outcome, row.reason])).toEqual([
    ['ask.put', cast.member.personId, id, 'done', ''],
    ['ask.answered', cast.outsider.personId, id, 'done', ''],
    ['ask.answered', cast.outsider.personId, id, 'done', ''],
  ]);
  expect(rows[1]?.session).toMatch(/^[\w-]{22}$/);
  expect(rows[1]?.session).toBe(rows[2]?.session);
  expect(rows[0]?.session).not.toBe(rows[1]?.session);
  expect(JSON.stringify(rows)).not.toMatch(/Secret words|Could you|Dev/);
});

test('[AU1] acts that move no board leave one too: the place, invite links, a kindling taken back, signing out everywhere', async () => {
  const leaver = await server.join('Leaver');
  await cast.keeper.call.place.change({ name: 'Here' });
  await cast.keeper.call.place.putSite({ id: newId(), name: 'Ward 4', archived: false });
  await cast.keeper.call.place.putGroup({ id: newId(), name: 'Carers', side: 'community', archived: false });
  const { invite, secret } = await cast.keeper.call.invites.make({ initiativeId: null });
  await leaver.call.invites.redeem({ secret });
  await cast.keeper.call.invites.revoke({ id: invite.id });
  const id = newId();
  await cast.member.call.sparks.post({ id, text: 'No chairs', kind: 'need', siteId: null, nameShown: 'name', perspectives: [] });
  await leaver.call.sparks.kindle({ id, sentence: 'see-too', line: '', amount: null, perspectives: [] });
  await leaver.call.sparks.unkindle({ id, sentence: 'see-too' });
  await leaver.call.people.signOutEverywhere();
  expect((await written()).map((row) => [row.action, row.personId])).toEqual([
    ['place.changed', cast.keeper.personId],
    ['place.site-put', cast.keeper.personId],
    ['place.group-put', cast.keeper.personId],
    ['invite.made', cast.keeper.personId],
    ['invite.redeemed', leaver.personId],
    ['invite.revoked', cast.keeper.personId],
    ['spark.posted', cast.member.personId],
    ['spark.kindled', leaver.personId],
    ['spark.kindling-taken-back', leaver.personId],
    ['person.signed-out-everywhere', leaver.personId],
  ]);
});

test('[AU2] a refused try leaves a row with its reason: policy, raced, replayed, gone, another site', async () => {
  const { id } = await anAsk();
  await refusal(cast.keeper.call.asks.answer({ id, answer: 'cannot', line: 'Forged words' }));
  await refusal(cast.visitor.call.asks.answer({ id, answer: 'cannot', line: 'Forged words' }));
  await cast.member.call.asks.withdraw({ id });
  await refusal(cast.outsider.call.asks.answer({ id, answer: 'cannot', line: 'Too late' }));
  await refusal(cast.outsider.call.invites.redeem({ secret: 'x'.repeat(43) }));
  const origin = { 'content-type': 'application/json', origin: 'https://evil.example' };
  const answer = await cast.member.fetch(`/api/v1/asks/${id}/withdraw`, { method: 'POST', headers: origin, body: '{}' });
  expect(answer.status).toBe(403);
  const rows = (await written()).filter((row) => row.outcome === 'refused');
  expect(rows.map((row) => [row.action, row.personId, row.thing, row.reason])).toEqual([
    ['asks.answer', cast.keeper.personId, id, 'why.addressed-only'],
    ['asks.answer', null, id, 'why.sign-in'],
    ['asks.answer', cast.outsider.personId, id, 'why.ended'],
    ['invites.redeem', cast.outsider.personId, null, 'invites.link-over'],
    ['foreign-request', cast.member.personId, null, 'problem.foreign-origin'],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Forged|Too late/);
});

test('[AU2] reading leaves nothing, also where it is refused', async () => {
  await refusal(cast.visitor.call.sparks.list({}));
  await refusal(cast.visitor.call.initiatives.read({ id: cast.id }));
  await cast.reader.call.initiatives.read({ id: cast.id });
  await refusal(cast.reader.call.asks.answer({ id: newId(), answer: 'cannot', line: 'x' }));
  expect(await written()).toEqual([]);
});

test('[AU4] an unnamed spark, and every refused try around it, leads to nobody: no person, no session, the time of the entry', async () => {
  const id = newId();
  const spark = { id, kind: 'need' as const, siteId: null, nameShown: 'unnamed' as const, perspectives: [] };
  const { editSecret } = await cast.member.call.sparks.post({ ...spark, text: 'Nobody knows me' });
  const edit = { id, text: 'Nobody knows me still', kind: 'need' as const, siteId: null, editSecret: editSecret ?? '' };
  await cast.member.call.sparks.edit(edit);
  await refusal(cast.member.call.sparks.post({ ...spark, text: 'Nobody knows me' }));
  await refusal(cast.member.call.sparks.edit({ ...edit, editSecret: 'x'.repeat(43) }));
  await refusal(cast.member.call.sparks.withdraw({ id }));
  await cast.member.call.sparks.withdraw({ id, editSecret: editSecret ?? '' });
  const rows = await written();
  expect(rows.map((row) => row.action)).toEqual([
    'spark.posted-unnamed',
    'spark.edited',
    'sparks.post',
    'sparks.edit',
    'sparks.withdraw',
    'spark.withdrawn',
  ]);
  for (const row of rows) expect(row, row.action).toMatchObject({ personId: null, session: null, at: expect.toSatisfy(roundHour) });
  const shown = await cast.keeper.call.audit.list({});
  expect(shown.items.filter((item) => /unnamed|sparks\.(post|edit|withdraw)|spark\.(edited|withdrawn)/.test(item.action))).toEqual([]);
});

test('a route by which something unnamed is made is known as one: its input says so', () => {
  const naming = /^(nameShown|editSecret|unnamed|withName|named)$/;
  const found = contractRoutes.filter(
    (route) => route.method !== 'GET' && inputFields(route.procedure['~orpc'].inputSchema).some((field) => naming.test(field)),
  );
  expect(
    found
      .map((route) => route.name)
      .filter((name) => name !== 'people.change')
      .sort(),
  ).toEqual([...mayBeUnnamed].sort());
});

describe('the keeper’s page', () => {
  test('shows the latest first, with people as they show, and nobody else reads it', async () => {
    await refusal(cast.reader.call.endorsements.withdraw({ id: cast.id, why: '' }));
    const { items } = await cast.keeper.call.audit.list({});
    expect(items[0]).toEqual({
      at: now.toISOString(),
      who: 'Terry',
      action: 'endorsements.withdraw',
      outcome: 'refused',
      reason: 'why.own-only',
      count: 1,
    });
    for (const other of [cast.visitor, cast.guest, cast.outsider, cast.member, cast.coOwner]) {
      const code = other === cast.visitor ? 'not-signed-in' : 'not-allowed';
      expect(await refusal(other.call.audit.list({})), other.name).toMatchObject({ code });
      expect(await refusal(other.call.audit.check()), other.name).toMatchObject({ code });
    }
  });

  test('goes back a page at a time to the beginning', async () => {
    for (let n = 0; n < 60; n += 1) await cast.keeper.call.place.change({ name: `Here ${n}` });
    const first = await cast.keeper.call.audit.list({});
    expect(first).toMatchObject({ next: 50 });
    const second = await cast.keeper.call.audit.list({ skip: first.next ?? 0 });
    expect(second.items.length).toBeGreaterThan(10);
    expect(second.items[9]).toMatchObject({ action: 'place.changed' });
  });

  test('has a line for every act and every route in the catalogue', () => {
    const acts = Object.keys(activity).filter((what) => !/^board\.(purpose|element)-|-unnamed$/.test(what));
    const missing = [...acts.map((what) => `audit.did-${what}`), ...routesThatAct().map((name) => `audit.try-${name}`)];
    expect(missing.filter((key) => !isWordsKey(key))).toEqual([]);
  });

  test('says that the chain is whole, and names a row that was changed in the database', async () => {
    const check = await cast.keeper.call.audit.check();
    expect(check).toMatchObject({ rows: (await all()).length, first: null, head: (await all()).at(-1)?.hash });
    await server.app.db.maintain(text`drop trigger audit_not_updated`);
    const { audit } = server.app.db.t;
    await server.app.db.transact(async ({ sql }) => void (await sql.update(audit).set({ personId: cast.keeper.personId }).where(eq(audit.seq, 3))));
    expect(await cast.keeper.call.audit.check()).toMatchObject({ rows: 2, first: { seq: 3, fault: 'changed' } });
  });
});

function roundHour(at: unknown): boolean {
  return at instanceof Date && at.getTime() % 3_600_000 === 0;
}

function routesThatAct(): string[] {
  return contractRoutes
    .filter((route) => route.method !== 'GET' && !mayBeUnnamed.has(route.name) && route.name !== 'place.tryAs')
    .map((route) => route.name);
}

function inputFields(schema: unknown): string[] {
  return schema instanceof z.ZodType
    ? Object.keys(
        z.object({ properties: z.record(z.string(), z.unknown()).default({}) }).parse(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }))
          .properties,
      )
    : [];
}

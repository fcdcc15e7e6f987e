import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDemo } from '#server/seed/content/demo.ts';
import { illustrativeLabel } from '#server/seed/content/shape.ts';
import { listElements } from '#shared/board/read-board.ts';
import { purposeText } from '#shared/board/read-purpose.ts';
import { wordsHash } from '#shared/lib/words-hash.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';
import { refusal, startTestServer, type Somebody, type TestServer } from '#tests/helpers/test-server.ts';

const demo = readDemo();
let server: TestServer;
let visitor: Somebody;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  visitor = server.visitor();
});
afterAll(() => server.close());

async function comeInAs(personId: string): Promise<Somebody> {
  const somebody = server.visitor();
  await somebody.call.place.tryAs({ personId });
  return { ...somebody, personId };
}

test('an empty folder opens with the demo place, open to read, kept by one of its own people', async () => {
  const place = await visitor.call.place.read();
  expect(place).toMatchObject({ name: 'Four Lanterns', demo: true, openToRead: true, keeperWanted: false });
  expect([place.groups.length, place.sites.length]).toEqual([demo.place.groups.length, demo.place.sites.length]);
  const keeper = await comeInAs(demo.place.keptBy);
  expect(await keeper.call.people.me()).toMatchObject({ standing: 'keeper', person: { id: demo.place.keptBy } });
  expect(await (await server.join('Sam')).call.people.me()).toMatchObject({ standing: 'member' });
});

test('a newcomer on this machine is offered the people who say what there is to find, and nobody else', async () => {
  const offered = demo.people
    .filter((person) => person.tryAs !== null)
    .map((person) => ({ personId: person.id, label: person.name, note: person.tryAs }));
  expect((await visitor.call.place.read()).tryAs).toEqual(offered);
  expect(await refusal(visitor.call.place.tryAs({ personId: 'person-trust-director' }))).toMatchObject({ code: 'not-found' });
});

test('the four initiatives are there, each labelled, with its state, its team and its empty chairs', async () => {
  const { items } = await visitor.call.initiatives.list({});
  expect(items.map((item) => item.id).sort()).toEqual(demo.initiatives.map((one) => one.id).sort());
  for (const one of demo.initiatives) {
    const head = await visitor.call.initiatives.read({ id: one.id });
    expect(head).toMatchObject({ label: illustrativeLabel, title: one.title, state: one.state, forWhom: one.forWhom, mySeat: null });
    expect(head.team.map(({ person, seat, perspectives }) => [person.id, seat, perspectives])).toEqual(
      one.team.map(({ person, seat, perspectives }) => [person, seat, perspectives]),
    );
    expect(head.beganWith.map((spark) => spark.id).sort()).toEqual([...one.beganWith].sort());
    expect(head.sponsors).toBe(one.endorsements.length);
    expect(head.openBlockers).toBe(
      one.elements.filter((element) => element.kind === 'blocker' && ['stuck', 'system-ask'].includes(element.state)).length,
    );
  }
  const raid = await visitor.call.initiatives.read({ id: 'initiative-raid-one-door' });
  expect(raid.seats.find((seat) => seat.perspective === 'receiving')?.people).toEqual([]);
});

for (const one of demo.initiatives) {
  test(`${one.title}: the board opens with every card, by who wrote it, and its purpose`, async () => {
    const { room, release } = await server.app.boards.hold(one.id);
    const read = await room.look((doc) => ({ ...listElements(doc), purpose: purposeText(doc) }));
    release();
    expect(read.unread).toEqual([]);
    expect(read.purpose).toBe([one.purpose, ...one.purposeMore].join('\n'));
    expect((await visitor.call.initiatives.read({ id: one.id })).purposeHash).toBe(wordsHash(read.purpose));
    const began = read.elements.slice(0, one.beganWith.length);
    expect(began.map((card) => [card.kind, card.kind === 'spark' ? card.values.spark : null])).toEqual(
      one.beganWith.map((spark) => ['spark', spark]),
    );
    const written = read.elements.slice(one.beganWith.length);
    const expected = one.elements.toSorted((a, b) => b.daysAgo - a.daysAgo);
    expect(written.map(({ id, kind, state }) => [id, kind, state])).toEqual(expected.map(({ id, kind, state }) => [id, kind, state]));
    for (const card of written) expect(card.values).toMatchObject(one.elements.find((element) => element.id === card.id)?.values ?? {});
    const { sql, t } = server.app.db;
    const rows = new Map((await sql.select().from(t.boardElement)).map((row) => [row.elementId, row]));
    for (const { id, by, daysAgo } of one.elements) {
      const row = rows.get(id);
      expect([id, row?.addedBy, Math.round((Date.now() - (row?.addedAt.getTime() ?? 0)) / 8_640_000) / 10]).toEqual([
        id,
        by,
        Math.round(daysAgo * 10) / 10,
      ]);
    }
  });

  test(`${one.title}: sponsors, pledges and asks are as told, with their days`, async () => {
    const endorsements = (await visitor.call.endorsements.list({ id: one.id })).items;
    expect(endorsements.map(({ person, office, reason, changedSince }) => ({ by: person.id, office, reason, changedSince }))).toEqual(
      one.endorsements.toSorted((a, b) => b.daysAgo - a.daysAgo).map(({ by, office, reason }) => ({ by, office, reason, changedSince: false })),
    );
    const pledges = (await visitor.call.pledges.list({ id: one.id })).items;
    expect(new Map(pledges.map((pledge) => [pledge.id, [pledge.state, pledge.confirmedAt !== null]]))).toEqual(
      new Map(one.pledges.map((pledge) => [pledge.id, [pledge.end?.state ?? 'given', (pledge.end?.confirmedBy ?? null) !== null]])),
    );
    const asks = (await visitor.call.asks.list({ id: one.id })).items;
    expect(new Map(asks.map((ask) => [ask.id, [ask.answer, ask.waitingDays]]))).toEqual(
      new Map(
        one.asks.map((ask) => [
          ask.id,
          [ask.answer?.answer ?? null, ask.answer === null || ask.answer.answer === 'tell-more' ? Math.floor(ask.daysAgo) : null],
        ]),
      ),
    );
  });
}

test('the commissioner finds the ask that has waited twelve days', async () => {
  const commissioner = await comeInAs('person-commissioner');
  const [first] = (await commissioner.call.asks.mine()).items;
  expect(first).toMatchObject({ waitingDays: 12, toMe: true });
  expect((await commissioner.call.people.me()).waiting.asks).toBe(1);
});

test('it shows how long asks wait, by kind and by level', async () => {
  const { all, kinds, levels } = await visitor.call.waits.read();
  expect(kinds.map((row) => row.kind).toSorted()).toEqual(['culture', 'funding']);
  expect(kinds.every((row) => row.days !== null && row.answered > 0)).toBe(true);
  expect(all?.asks).toBeGreaterThanOrEqual(10);
  expect(levels.map((row) => row.level)).toEqual(['team', 'organisation']);
});

test('it shows an ask that was handed over, one that went one level up, and what would make one possible', async () => {
  const all = await Promise.all(demo.initiatives.map((one) => visitor.call.asks.list({ id: one.id })));
  const asks = new Map(all.flatMap(({ items }) => items).map((ask) => [ask.id, ask]));
  const moves = (id: string) => asks.get(id)?.trail.map((step) => step.what);
  expect(moves('ask-bromley-meeting')).toEqual(['put', 'handed-over', 'answered']);
  expect(moves('ask-northumbria-journeys')).toEqual(['put', 'step-announced', 'stepped-up', 'answered']);
  expect(asks.get('ask-northumbria-journeys')).toMatchObject({ level: 'organisation', person: { label: 'Commissioner' }, answer: 'will' });
  expect(asks.get('ask-bromley-landlord-form')?.possible.map((entry) => entry.who)).toEqual(['Marcia', 'Housing manager']);
});

test('freed blockers are found by how others got past them', async () => {
  const freed = demo.initiatives.flatMap((one) => one.elements.filter((element) => element.kind === 'blocker' && element.state === 'freed'));
  expect((await visitor.call.asks.freed({})).items.map((item) => item.elementId).sort()).toEqual(freed.map((element) => element.id).sort());
});

test('nothing happened in the future, and no account has a password', async () => {
  const { sql, t } = server.app.db;
  for (const { at } of await sql.select({ at: t.activity.at }).from(t.activity)) expect(at.getTime()).toBeLessThanOrEqual(Date.now());
  expect((await sql.select().from(t.account)).filter((row) => row.userId.startsWith('person'))).toEqual([]);
  const demoUsers = (await sql.select().from(t.user)).filter((row) => row.email.endsWith('@demo.example'));
  expect(demoUsers).toHaveLength(demo.people.length);
  expect((await sql.select().from(t.session)).every((row) => row.createdAt.getTime() > Date.now() - 600_000)).toBe(true);
});

test('a second start finds the place and leaves it as it is; a demo killed in the middle starts over', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-'));
  try {
    for (const writes of [60, 500]) {
      const child = spawnSync(
        process.execPath,
        ['--import', 'tsx', path.join(rootFolder, 'tests/helpers/seed-and-die.ts'), dataDir, String(writes)],
        { cwd: rootFolder },
      );
      expect([writes, child.signal]).toEqual([writes, 'SIGKILL']);
    }
    const first = await startTestServer({ demo: true, dataDir });
    const counts = await countRows(first);
    await first.close();
    expect(counts).toMatchObject({ place: 1, person: demo.people.length, initiative: 4, spark: demo.sparks.length });
    const second = await startTestServer({ demo: true, dataDir });
    expect(await countRows(second)).toEqual(counts);
    await second.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test('without the demo the place starts empty, and the first to sign up keeps it', async () => {
  const empty = await startTestServer();
  expect(await empty.visitor().call.place.read()).toMatchObject({
    demo: false,
    openToRead: false,
    keeperWanted: true,
    groups: [],
    sites: [],
    tryAs: [],
  });
  expect(await countRows(empty)).toMatchObject({ person: 0, spark: 0, initiative: 0, activity: 0 });
  expect(await (await empty.join('Sam')).call.people.me()).toMatchObject({ standing: 'keeper' });
  await empty.close();
});

async function countRows({ app: { db } }: TestServer): Promise<Record<string, number>> {
  const counted = Object.entries(db.t).map(async ([name, table]) => [name, Number(await db.sql.$count(table))] as const);
  return Object.fromEntries(await Promise.all(counted));
}

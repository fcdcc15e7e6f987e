import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { aCast, type Cast } from '#tests/helpers/a-cast.ts';
import { aTeamThatActed, aYear } from '#tests/helpers/a-team-that-acted.ts';
import { refusal, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let cast: Cast;
let now = aYear.inWeek(3);
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  cast = await aCast(server);
});
afterAll(() => server.close());

const team = (size: number, more: Partial<Parameters<typeof aTeamThatActed>[1]> = {}) =>
  aTeamThatActed(server.app.db, { also: { [cast.member.personId]: 'member' }, ...more, size });
const read = async (id: string) => (await cast.member.call.leadership.read({ id })).near;

test('a team of five sees how leading is shared: a sentence’s figures, no names, three questions', async () => {
  const id = await team(5);
  const answer = await cast.member.call.leadership.read({ id });
  expect(answer).toMatchObject({ initiative: { id, title: 'Shorter waits' }, whole: null, counted: true });
  expect(answer.near).toMatchObject({ state: 'shown', people: 6, active: 5, leftOut: 0, leaders: 5, perspectives: { state: 'under-ten' } });
  expect(answer.near.state === 'shown' ? answer.near.questions : []).toHaveLength(3);
  expect(answer.mine.acts.every(({ count }) => count === 0)).toBe(true);
  const text = await (await cast.member.fetch(`/api/v1/initiatives/${id}/leadership`)).text();
  for (const { id: personId, name } of await everybody()) {
    expect(text).not.toContain(personId);
    expect(text).not.toContain(`"${name}"`);
  }
});

test('four people are told that it opens with five', async () => {
  expect(await read(await team(4))).toEqual({ state: 'few', active: 4 });
});

test('it is for the team: who has not signed in, and who is not in it, is told why not', async () => {
  const id = await team(5, { also: { [cast.reader.personId]: 'reader' } });
  expect(await refusal(cast.visitor.call.leadership.read({ id }))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.outsider.call.leadership.read({ id }))).toMatchObject({ code: 'not-allowed', reason: 'why.join-first' });
  expect(await refusal(cast.keeper.call.leadership.read({ id }))).toMatchObject({ code: 'not-allowed', reason: 'why.join-first' });
  expect((await cast.reader.call.leadership.read({ id })).near.state).toBe('shown');
  expect((await cast.guest.call.leadership.read({ id: cast.id })).near.state).toBe('few');
  expect(await refusal(cast.member.call.leadership.read({ id: newId() }))).toMatchObject({ code: 'not-found' });
});

test('perspectives show from ten active people on, and only those that give nobody away', async () => {
  expect(await read(await team(9, { perspectives: (at) => (at < 5 ? ['receiving'] : ['delivering']) }))).toMatchObject({
    perspectives: { state: 'under-ten' },
  });
  const mirror = await read(await team(12, { perspectives: (at) => (at < 5 ? ['receiving'] : at < 8 ? ['delivering'] : ['supporting']) }));
  if (mirror.state !== 'shown' || mirror.perspectives.state !== 'shown') throw new Error('not shown');
  expect(mirror.perspectives.items.map(({ perspective, shares }) => [perspective, shares !== null])).toEqual([
    ['leading', false],
    ['supporting', false],
    ['delivering', false],
    ['receiving', true],
    ['witnessing', false],
  ]);
});

test('[L8] what was said without a name belongs to nobody', async () => {
  const id = await team(4);
  await server.app.db.transact(async ({ sql, t }) => {
    const spark = newId();
    const said = {
      kind: 'need',
      state: 'open',
      title: 'No chair',
      body: '',
      searchText: '',
      siteId: null,
      present: '',
      bringInId: null,
      repliedAt: null,
      editedAt: null,
    } as const;
    await sql
      .insert(t.spark)
      .values({ ...said, id: spark, perspectives: [], authorId: null, nameShown: 'unnamed', editSecretHash: 'x', createdAt: aYear.inWeek(0) });
    await sql.insert(t.initiativeSpark).values({ initiativeId: id, sparkId: spark });
    await sql.insert(t.activity).values({
      at: aYear.inWeek(0),
      what: 'board.element-added',
      initiativeId: id,
      personId: null,
      elementId: newId(),
      values: { kind: 'force', state: 'noticed' },
    });
  });
  expect(await read(id)).toEqual({ state: 'few', active: 4 });
});

test('[L7] I see my own acts counted, and who I build on as a number', async () => {
  const id = await team(6);
  const elementId = newId();
  await server.app.db.transact(async ({ sql, t }) => {
    const by = (personId: string, what: string, day: number) => ({
      at: aYear.inWeek(0, day),
      what,
      initiativeId: id,
      personId,
      elementId,
      values: { kind: 'lesson', state: 'true-now' },
    });
    await sql
      .insert(t.activity)
      .values([
        by(cast.coOwner.personId, 'board.element-added', 1),
        by(cast.member.personId, 'board.element-changed', 2),
        by(cast.member.personId, 'ask.put', 3),
      ]);
  });
  const { mine } = await cast.member.call.leadership.read({ id });
  expect(mine).toMatchObject({ buildsOn: 1, builtOnBy: 0 });
  expect(mine.acts.filter(({ count }) => count > 0)).toEqual([{ kind: 'asked', count: 1 }]);
});

test('who leaves the mirror is out of it above and below the line; until five have acted anew it rests', async () => {
  const id = await team(7, { acting: [cast.member.personId] });
  expect(await read(id)).toMatchObject({ state: 'shown', active: 8, people: 8 });
  expect(await cast.member.call.leadership.choose({ counted: false })).toEqual({ counted: false });
  expect(await cast.member.call.leadership.choice()).toEqual({ counted: false });
  expect(await read(id)).toEqual({ state: 'waiting', next: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  now = aYear.inWeek(4);
  expect((await read(id)).state).toBe('waiting');
  await aTeamThatActed.actAgain(server.app.db, id, { at: aYear.inWeek(3, 5), people: 5, besides: cast.member.personId });
  const { near, counted, mine } = await cast.member.call.leadership.read({ id });
  expect(near).toMatchObject({ state: 'shown', active: 7, people: 7, leftOut: 1 });
  expect(counted).toBe(false);
  expect(mine.acts.find(({ kind }) => kind === 'asked')?.count).toBe(1);
  await cast.member.call.leadership.choose({ counted: true });
  expect(await cast.member.call.leadership.choice()).toEqual({ counted: true });
});

test('the choice is one’s own: nobody signed in has none, bad input is named, and nothing tells of it', async () => {
  expect(await refusal(cast.visitor.call.leadership.choice())).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(cast.visitor.call.leadership.choose({ counted: false }))).toMatchObject({ code: 'not-signed-in' });
  expect((await refusal(cast.reader.call.leadership.choose({ counted: 'no' as unknown as boolean }))).fields).toMatchObject([{ field: 'counted' }]);
  const count = async () => (await server.app.db.sql.select().from(server.app.db.t.activity)).length;
  const before = await count();
  expect(await cast.guest.call.leadership.choose({ counted: false })).toEqual({ counted: false });
  expect(await cast.keeper.call.leadership.choice()).toEqual({ counted: true });
  expect(await count()).toBe(before);
});

async function everybody() {
  const { sql, t } = server.app.db;
  return sql.select({ id: t.person.id, name: t.person.name }).from(t.person);
}

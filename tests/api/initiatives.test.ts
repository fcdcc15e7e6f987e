import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listElements } from '#shared/board/read-board.ts';
import { purposeText } from '#shared/board/read-purpose.ts';
import { newId } from '#shared/lib/ids.ts';
import { wordsHash } from '#shared/lib/words-hash.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let keeper: Somebody;
let amina: Somebody;
let joe: Somebody;
let ruth: Somebody;
let sparkId = '';

beforeAll(async () => {
  server = await startTestServer();
  keeper = await server.join('Sam');
  amina = await server.join('Amina');
  joe = await server.join('Joe');
  ruth = await server.join('Ruth');
  await keeper.call.place.putGroup({ id: 'ward-nurses', name: 'Ward nurses', side: 'staff', archived: false });
  await keeper.call.place.putGroup({ id: 'family-carers', name: 'Carers', side: 'community', archived: false });
  await keeper.call.place.putSite({ id: 'site-ward-4', name: 'Ward 4', archived: false });
  await amina.call.people.change({ groupIds: ['ward-nurses'] });
  await ruth.call.people.change({ groupIds: ['ward-nurses'] });
  await joe.call.people.change({ groupIds: ['family-carers'] });
});
afterAll(() => server.close());
beforeEach(async () => {
  sparkId = await spark(amina, 'The lift is too small for a bed\nWe wait for the other one.');
});

const purpose = 'People who need the scanner get there in time.';
const lit = (more: object = {}) => ({
  id: newId(),
  sparkIds: [sparkId],
  title: 'Beds in lifts',
  purpose,
  forWhom: 'Everybody who needs a scan',
  siteIds: ['site-ward-4'],
  perspectives: ['delivering' as const],
  inviteIds: [],
  ...more,
});

async function spark(by: Somebody, text: string, nameShown: 'name' | 'role' | 'unnamed' = 'name'): Promise<string> {
  const id = newId();
  await by.call.sparks.post({ id, text, kind: 'need', siteId: null, nameShown, perspectives: [] });
  return id;
}

test('lighting opens a board that began with its sparks, in thinking time, with one co-owner and no single owner', async () => {
  const asked = lit();
  const made = await amina.call.initiatives.light(asked);
  expect(made).toMatchObject({
    title: 'Beds in lifts',
    purpose,
    purposeHash: wordsHash(purpose),
    state: 'thinking-time',
    label: null,
    siteIds: ['site-ward-4'],
    members: 1,
    sponsors: 0,
    openBlockers: 0,
    beganWith: [{ id: sparkId, title: 'The lift is too small for a bed' }],
    groups: ['Ward nurses'],
    mySeat: 'co-owner',
    otherCoOwners: 0,
  });
  expect(made.seats.map((seat) => [seat.perspective, seat.people.length])).toEqual([
    ['leading', 0],
    ['supporting', 0],
    ['delivering', 1],
    ['receiving', 0],
    ['witnessing', 0],
  ]);
  expect(Object.keys(made).filter((key) => /owner|by$/i.test(key))).toEqual(['otherCoOwners']);
  const { room, release } = await server.app.boards.hold(asked.id);
  const board = await room.look((doc) => ({ purpose: purposeText(doc), elements: listElements(doc).elements }));
  expect(board.purpose).toBe(purpose);
  expect(board.elements).toMatchObject([
    {
      kind: 'spark',
      state: 'noticed',
      values: { title: 'The lift is too small for a bed', more: 'We wait for the other one.', sparkKind: 'need', spark: sparkId },
    },
  ]);
  release();
  expect(await amina.call.sparks.read({ id: sparkId })).toMatchObject({ state: 'lit', initiatives: [{ id: asked.id, title: 'Beds in lifts' }] });
  expect((await amina.call.people.me()).seats).toMatchObject({ [asked.id]: 'co-owner' });
});

test('lighting twice lights once; the same id from somebody else is refused', async () => {
  const asked = lit();
  await Promise.all([amina.call.initiatives.light(asked), amina.call.initiatives.light(asked)]);
  expect((await amina.call.initiatives.light(asked)).members).toBe(1);
  expect(await refusal(joe.call.initiatives.light(asked))).toMatchObject({ code: 'conflict' });
});

test('two sparks can begin one initiative, and one spark can begin two', async () => {
  const other = await spark(joe, 'Nobody tells the family');
  await joe.call.initiatives.light(lit({ sparkIds: [sparkId, other, sparkId] }));
  const second = await amina.call.initiatives.light(lit());
  expect(second.beganWith).toHaveLength(1);
  expect((await amina.call.sparks.read({ id: sparkId })).initiatives).toHaveLength(2);
});

test('a visitor is told to sign in, a bad purpose or site or spark is named, and nothing is left behind', async () => {
  expect(await refusal(server.visitor().call.initiatives.light(lit()))).toMatchObject({ code: 'not-signed-in' });
  expect(await refusal(amina.call.initiatives.light(lit({ purpose: '  ' })))).toMatchObject({
    fields: [{ field: 'purpose', reason: 'field.required' }],
  });
  expect(await refusal(amina.call.initiatives.light(lit({ purpose: 'x'.repeat(301) })))).toMatchObject({
    fields: [{ field: 'purpose', reason: 'field.too-long' }],
  });
  expect(await refusal(amina.call.initiatives.light(lit({ sparkIds: [] })))).toMatchObject({ fields: [{ field: 'sparkIds' }] });
  const id = newId();
  expect(await refusal(amina.call.initiatives.light(lit({ id, siteIds: ['no-such-site'] })))).toMatchObject({
    fields: [{ field: 'siteIds', reason: 'field.unknown' }],
  });
  expect(await refusal(amina.call.initiatives.light(lit({ id, sparkIds: [sparkId, newId()] })))).toMatchObject({
    fields: [{ field: 'sparkIds', reason: 'initiatives.spark-gone' }],
  });
  expect(await refusal(amina.call.initiatives.light(lit({ id, inviteIds: [newId()] })))).toMatchObject({
    fields: [{ field: 'inviteIds', reason: 'field.unknown' }],
  });
  expect(await refusal(amina.call.initiatives.read({ id }))).toMatchObject({ code: 'not-found' });
  expect((await amina.call.sparks.read({ id: sparkId })).state).toBe('open');
});

test('kindlers are suggested, the other side of the table first, and what they said is shown', async () => {
  await ruth.call.sparks.kindle({ id: sparkId, sentence: 'see-too', line: '' });
  await keeper.call.sparks.kindle({ id: sparkId, sentence: 'know-someone', line: '' });
  await joe.call.sparks.kindle({ id: sparkId, sentence: 'affects-me', line: '' });
  await joe.call.sparks.kindle({ id: sparkId, sentence: 'can-help', line: '', amount: 'hour' });
  const { items } = await amina.call.initiatives.suggestCoOwners({ id: sparkId });
  expect(items.map((one) => one.label)).toEqual(['Joe', 'Ruth', 'Sam']);
  expect(items[0]).toMatchObject({ personId: joe.personId, group: 'Carers', said: ['affects-me', 'can-help'] });
  expect((await ruth.call.initiatives.suggestCoOwners({ id: sparkId })).items.map((one) => one.label)).toContain('Amina');
  expect(await refusal(amina.call.initiatives.suggestCoOwners({ id: newId() }))).toMatchObject({ code: 'not-found' });
  expect(await refusal(server.visitor().call.initiatives.suggestCoOwners({ id: sparkId }))).toMatchObject({ code: 'not-signed-in' });
});

test('kindlers are invited; an author who showed only a role or no name is not pointed at', async () => {
  const role = await spark(ruth, 'Signs in one language', 'role');
  await joe.call.sparks.kindle({ id: role, sentence: 'see-too', line: '' });
  const { id } = await amina.call.initiatives.light(lit({ sparkIds: [role], inviteIds: [keeper.personId, amina.personId] }));
  const { items } = await amina.call.initiatives.invitations({ id });
  expect(items.map((one) => [one.person.label, one.seat]).toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))).toEqual([
    ['Joe', 'member'],
    ['Sam', 'co-owner'],
  ]);
  expect(items.every((one) => one.mine && !one.toMe && one.answer === null)).toBe(true);
});

test('anybody signed in joins once, with their perspectives, and leaves again', async () => {
  const { id } = await amina.call.initiatives.light(lit());
  expect(await refusal(server.visitor().call.initiatives.join({ id, perspectives: [] }))).toMatchObject({ code: 'not-signed-in' });
  const joined = await joe.call.initiatives.join({ id, perspectives: ['witnessing', 'receiving'] });
  expect(joined).toMatchObject({
    members: 2,
    mySeat: 'member',
    groups: ['Ward nurses', 'Carers'],
    perspectives: ['delivering', 'receiving', 'witnessing'],
  });
  expect(joined.team.find((one) => one.mine)).toMatchObject({ person: { label: 'Joe' }, seat: 'member', perspectives: ['receiving', 'witnessing'] });
  expect(await refusal(joe.call.initiatives.join({ id, perspectives: [] }))).toMatchObject({ reason: 'why.already-in' });
  expect((await joe.call.initiatives.setPerspectives({ id, perspectives: ['leading'] })).seats[0]?.people).toMatchObject([{ label: 'Joe' }]);
  expect(await refusal(ruth.call.initiatives.setPerspectives({ id, perspectives: ['leading'] }))).toMatchObject({ reason: 'why.join-first' });
  expect(await joe.call.initiatives.leave({ id })).toMatchObject({ members: 1, mySeat: null });
  expect(await refusal(joe.call.initiatives.leave({ id }))).toMatchObject({ reason: 'why.join-first' });
  expect((await joe.call.initiatives.join({ id, perspectives: [] })).members).toBe(2);
});

test('the last co-owner can not leave; of two who leave at once, one stays', async () => {
  const asked = lit({ inviteIds: [joe.personId] });
  const { id } = await amina.call.initiatives.light(asked);
  expect(await refusal(amina.call.initiatives.leave({ id }))).toMatchObject({ code: 'not-allowed', reason: 'why.last-co-owner' });
  const [invitation] = (await joe.call.initiatives.myInvitations()).items;
  await joe.call.initiatives.answer({ id: invitation?.id ?? '', answer: 'yes' });
  expect((await amina.call.initiatives.read({ id })).otherCoOwners).toBe(1);
  const left = await Promise.allSettled([amina.call.initiatives.leave({ id }), joe.call.initiatives.leave({ id })]);
  expect(left.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await ruth.call.initiatives.read({ id })).otherCoOwners).toBe(1);
});

test('a co-owner changes title and state in any order, and says why; others can not', async () => {
  const { id } = await amina.call.initiatives.light(lit());
  expect(await refusal(joe.call.initiatives.change({ id, state: 'active' }))).toMatchObject({ reason: 'why.co-owner-only' });
  for (const state of ['learned', 'active', 'kindling'] as const)
    expect(await amina.call.initiatives.change({ id, state, because: 'we found out more' })).toMatchObject({ state, title: 'Beds in lifts' });
  expect(await amina.call.initiatives.change({ id, title: 'Beds and lifts', siteIds: [] })).toMatchObject({
    title: 'Beds and lifts',
    siteIds: [],
    state: 'kindling',
  });
  expect(await refusal(amina.call.initiatives.change({ id, title: ' ' }))).toMatchObject({ fields: [{ field: 'title' }] });
  expect(await refusal(amina.call.initiatives.change({ id, siteIds: ['nowhere-at-all'] }))).toMatchObject({
    fields: [{ field: 'siteIds', reason: 'field.unknown' }],
  });
  const { activity } = server.app.db.t;
  const rows = await server.app.db.sql.select({ what: activity.what, values: activity.values }).from(activity);
  expect(rows).toContainEqual({ what: 'initiative.moved', values: { state: 'active', because: 'we found out more' } });
});

test('the list is for people of the place, the last moved first; mine keeps mine', async () => {
  const older = await amina.call.initiatives.light(lit());
  const newer = await joe.call.initiatives.light(lit());
  await amina.call.initiatives.change({ id: older.id, state: 'active' });
  const all = (await ruth.call.initiatives.list({})).items.map((card) => card.id);
  expect(all.indexOf(older.id)).toBeLessThan(all.indexOf(newer.id));
  expect((await joe.call.initiatives.list({ mine: 'yes' })).items.map((card) => card.id)).toContain(newer.id);
  expect((await joe.call.initiatives.list({ mine: 'yes' })).items.map((card) => card.id)).not.toContain(older.id);
  expect((await ruth.call.initiatives.list({ state: 'active' })).items.map((card) => card.id)).toContain(older.id);
  expect(await refusal(server.visitor().call.initiatives.list({}))).toMatchObject({ code: 'not-signed-in' });
  await keeper.call.place.change({ openToRead: true });
  expect((await server.visitor().call.initiatives.list({ mine: 'yes' })).items).toEqual([]);
  expect((await server.visitor().call.initiatives.read({ id: older.id })).mySeat).toBeNull();
  await keeper.call.place.change({ openToRead: false });
});

test('somebody who shows by role shows by role in the team too', async () => {
  const mei = await server.join('Mei Lin');
  await mei.call.people.change({ nameShown: 'role', roleTitle: 'physiotherapist' });
  const { id } = await mei.call.initiatives.light(lit());
  expect(JSON.stringify(await amina.call.initiatives.read({ id }))).not.toContain('Mei');
});

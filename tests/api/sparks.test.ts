import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { refusal, startTestServer, type Somebody, type TestServer } from '#tests/helpers/test-server.ts';

let now = new Date('2027-06-12T09:30:00Z');
let server: TestServer;
let sam: Somebody;
let amina: Somebody;
let joe: Somebody;
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  sam = await server.join('Sam');
  amina = await server.join('Amina');
  joe = await server.join('Joe');
  await sam.call.place.putSite({ id: 'site-hexham', name: 'Hexham', archived: false });
  await amina.call.people.change({ roleTitle: 'ward nurse', siteId: 'site-hexham' });
});
afterAll(() => server.close());

type Post = Parameters<Somebody['call']['sparks']['post']>[0];
const aPost = (about: Partial<Post> = {}): Post => ({
  id: newId(),
  text: 'Tea is cold\nBy the time it reaches bay 4.',
  kind: 'need',
  siteId: null,
  nameShown: 'name',
  ...about,
});
async function post(who: Somebody, about: Partial<Post> = {}): Promise<string> {
  return (await who.call.sparks.post(aPost(about))).id;
}
const wallTitles = async (who: Somebody, query: Parameters<Somebody['call']['sparks']['list']>[0] = {}) =>
  (await who.call.sparks.list(query)).items.map((card) => card.title);

describe('posting', () => {
  it('puts the first line on the wall as the title, newest first', async () => {
    const id = await post(amina, { perspectives: ['delivering'], siteId: 'site-hexham' });
    later(60_000);
    await post(joe, { text: 'Nobody rings me', kind: 'idea' });
    expect((await wallTitles(joe)).slice(0, 2)).toEqual(['Nobody rings me', 'Tea is cold']);
    const spark = await joe.call.sparks.read({ id });
    expect(spark).toMatchObject({
      title: 'Tea is cold',
      body: 'By the time it reaches bay 4.',
      state: 'open',
      author: { shown: 'name', personId: amina.personId, label: 'Amina', title: null },
      mine: false,
      waitingDays: 0,
      comments: 0,
      perspectives: ['delivering'],
      has: { sites: 1, perspectives: ['delivering'], sentences: { 'see-too': 0 } },
      broughtInFrom: null,
    });
    expect((await amina.call.sparks.read({ id })).mine).toBe(true);
  });

  it('the same id again answers the same; somebody else’s id is refused and their words stay', async () => {
    const once = aPost({ text: 'Once' });
    const answers = await Promise.all([1, 2, 3].map(() => amina.call.sparks.post(once)));
    expect(answers).toEqual(answers.map(() => ({ id: once.id, editSecret: null })));
    expect((await wallTitles(joe)).filter((title) => title === 'Once')).toHaveLength(1);
    expect(await refusal(joe.call.sparks.post({ ...once, text: 'Mine now' }))).toMatchObject({ code: 'conflict' });
    expect(await refusal(joe.call.sparks.post({ ...once, nameShown: 'unnamed' }))).toMatchObject({ code: 'conflict' });
    expect(await amina.call.sparks.read({ id: once.id })).toMatchObject({ title: 'Once' });
  });

  it('by role shows the role and never who', async () => {
    const id = await post(amina, { nameShown: 'role' });
    const { author } = await joe.call.sparks.read({ id });
    expect(author).toEqual({ shown: 'role', label: 'ward nurse' });
    expect(JSON.stringify(await joe.call.sparks.read({ id }))).not.toContain(amina.personId);
  });

  it('shows no name of somebody who shows by role from now on', async () => {
    const ruth = await server.join('Ruth');
    const id = await post(ruth);
    expect((await joe.call.sparks.read({ id })).author).toMatchObject({ label: 'Ruth' });
    await ruth.call.people.change({ nameShown: 'role', roleTitle: 'porter' });
    expect((await joe.call.sparks.read({ id })).author).toEqual({ shown: 'role', label: 'porter' });
  });

  it('is refused to a visitor, without words, with an NHS number, and at a site nobody knows', async () => {
    expect(await refusal(server.visitor().call.sparks.post(aPost()))).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
    expect(await refusal(amina.call.sparks.post(aPost({ text: ' \n ' })))).toMatchObject({
      code: 'invalid',
      fields: [{ field: 'text', reason: 'field.required' }],
    });
    expect(await refusal(amina.call.sparks.post(aPost({ text: 'NHS number 943 476 5919' })))).toMatchObject({
      fields: [{ field: 'text', reason: 'field.nhs-number' }],
    });
    expect(await refusal(amina.call.sparks.post(aPost({ text: 'x'.repeat(5201) })))).toMatchObject({
      fields: [{ field: 'text', reason: 'field.too-long', values: { max: 5200 } }],
    });
    expect(await refusal(amina.call.sparks.post(aPost({ siteId: 'site-nowhere' })))).toMatchObject({
      fields: [{ field: 'siteId', reason: 'field.unknown' }],
    });
  });
});

describe('reading', () => {
  it('is for people who signed in, or for everybody where the place is open', async () => {
    const id = await post(amina);
    const visitor = server.visitor();
    expect(await refusal(visitor.call.sparks.list({}))).toMatchObject({ code: 'not-signed-in' });
    expect(await refusal(visitor.call.sparks.read({ id }))).toMatchObject({ code: 'not-signed-in' });
    expect(await refusal(visitor.call.sparks.similar({ text: 'tea' }))).toMatchObject({ code: 'not-signed-in' });
    await sam.call.place.change({ openToRead: true });
    expect((await visitor.call.sparks.list({})).items.length).toBeGreaterThan(0);
    expect(await visitor.call.sparks.read({ id })).toMatchObject({ mine: false, mySentences: [] });
    await sam.call.place.change({ openToRead: false });
  });

  it('goes page by page without missing or repeating a spark, and refuses a cursor that is none', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await joe.call.sparks.list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...items.map((card) => card.id));
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual((await joe.call.sparks.list({ limit: 100 })).items.map((card) => card.id));
    expect(await refusal(joe.call.sparks.list({ cursor: 'nonsense' }))).toMatchObject({ fields: [{ field: 'cursor' }] });
    expect(await refusal(joe.call.sparks.list({ limit: 1000 }))).toMatchObject({ fields: [{ field: 'limit' }] });
  });

  it('searches and filters', async () => {
    await post(amina, { text: 'Zebra crossing at the café\nfor wheelchairs', kind: 'idea', siteId: 'site-hexham', perspectives: ['witnessing'] });
    const zebra = ['Zebra crossing at the café'];
    expect(await wallTitles(joe, { search: 'CAFE wheelchair' })).toEqual(zebra);
    expect(await wallTitles(joe, { search: 'zebra', siteId: 'site-hexham', kind: 'idea', state: 'open', perspective: 'witnessing' })).toEqual(zebra);
    expect(await wallTitles(joe, { search: 'zebra', kind: 'need' })).toEqual([]);
    expect(await wallTitles(joe, { search: 'zebra', perspective: 'receiving' })).toEqual([]);
    expect(await wallTitles(joe, { search: 'zebra', state: 'lit' })).toEqual([]);
  });

  it('says plainly that a spark is not there', async () => {
    expect(await refusal(joe.call.sparks.read({ id: newId() }))).toMatchObject({ code: 'not-found' });
  });
});

describe('changing my spark', () => {
  it('edits, and is refused to everybody else', async () => {
    const id = await post(amina);
    later(60_000);
    expect(await amina.call.sparks.edit({ id, text: 'Tea is warm\nNow.', kind: 'idea', siteId: 'site-hexham' })).toMatchObject({
      title: 'Tea is warm',
      kind: 'idea',
      editedAt: now.toISOString(),
    });
    expect(await wallTitles(joe, { search: 'tea warm now' })).toEqual(['Tea is warm']);
    const change = { id, text: 'Not mine', kind: 'need' as const, siteId: null };
    expect(await refusal(server.visitor().call.sparks.edit(change))).toMatchObject({ code: 'not-signed-in' });
    expect(await refusal(joe.call.sparks.edit(change))).toMatchObject({ code: 'not-allowed', reason: 'why.own-only' });
    expect(await refusal(sam.call.sparks.edit(change))).toMatchObject({ code: 'not-allowed' });
    expect(await refusal(amina.call.sparks.edit({ ...change, text: '' }))).toMatchObject({ fields: [{ field: 'text' }] });
    expect(await refusal(amina.call.sparks.edit({ ...change, id: newId() }))).toMatchObject({ code: 'not-found' });
  });

  it('withdraws it, which hides it from others but not from me, and brings it back', async () => {
    const id = await post(amina, { text: 'Withdraw me' });
    expect(await refusal(joe.call.sparks.withdraw({ id }))).toMatchObject({ code: 'not-allowed' });
    expect(await amina.call.sparks.withdraw({ id })).toMatchObject({ state: 'withdrawn' });
    expect(await amina.call.sparks.withdraw({ id })).toMatchObject({ state: 'withdrawn' });
    expect(await wallTitles(joe, { search: 'withdraw me' })).toEqual([]);
    expect(await wallTitles(joe, { state: 'withdrawn' })).toEqual([]);
    expect(await wallTitles(amina, { state: 'withdrawn' })).toEqual(['Withdraw me']);
    expect(await refusal(joe.call.sparks.read({ id }))).toMatchObject({ code: 'gone', reason: 'sparks.gone' });
    expect(await amina.call.sparks.read({ id })).toMatchObject({ state: 'withdrawn' });
    expect(await refusal(amina.call.sparks.edit({ id, text: 'x', kind: 'need', siteId: null }))).toMatchObject({
      code: 'not-allowed',
      reason: 'why.ended',
    });
    expect(await refusal(joe.call.sparks.kindle({ id, sentence: 'see-too' }))).toMatchObject({ code: 'gone' });
    expect(await refusal(joe.call.sparks.comment({ id, commentId: newId(), text: 'Hello' }))).toMatchObject({ code: 'gone' });
    expect(await refusal(joe.call.sparks.restore({ id }))).toMatchObject({ code: 'not-allowed' });
    expect(await amina.call.sparks.restore({ id })).toMatchObject({ state: 'open' });
  });

  it('a keeper may withdraw any spark', async () => {
    const id = await post(joe, { text: 'A keeper takes this down' });
    expect(await sam.call.sparks.withdraw({ id })).toMatchObject({ state: 'withdrawn' });
    expect(await sam.call.sparks.read({ id })).toMatchObject({ state: 'withdrawn' });
    expect(await sam.call.sparks.restore({ id })).toMatchObject({ state: 'open' });
  });
});

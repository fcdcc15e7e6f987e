import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import { refusal, startTestServer, type Somebody, type TestServer } from '#tests/helpers/test-server.ts';

const dayMs = 86_400_000;
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

describe('kindling', () => {
  it('says what the spark has, once a person and sentence, and takes it back', async () => {
    const id = await post(joe);
    await amina.call.sparks.kindle({ id, sentence: 'see-too', perspectives: ['delivering'] });
    const twice = await amina.call.sparks.kindle({ id, sentence: 'see-too', line: 'On ward 3 as well.', perspectives: ['delivering'] });
    expect(twice.has).toEqual({
      sentences: { 'see-too': 1, 'have-tried': 0, 'can-help': 0, 'know-someone': 0, 'affects-me': 0 },
      sites: 1,
      perspectives: ['delivering'],
    });
    expect(twice.kindlings).toMatchObject([
      { sentence: 'see-too', line: 'On ward 3 as well.', amount: null, by: 'Amina', mine: true, perspectives: ['delivering'] },
    ]);
    await amina.call.sparks.kindle({ id, sentence: 'can-help' });
    later(1);
    await sam.call.sparks.kindle({ id, sentence: 'can-help', amount: 'weekly' });
    const seen = await joe.call.sparks.read({ id });
    expect(seen.kindlings.filter((one) => one.sentence === 'can-help').map((one) => one.amount)).toEqual(['hour', 'weekly']);
    expect(seen.mySentences).toEqual([]);
    expect((await amina.call.sparks.list({})).items.find((card) => card.id === id)?.mySentences.toSorted()).toEqual(['can-help', 'see-too']);
    expect((await wallTitles(joe, { perspective: 'delivering', search: 'tea' })).length).toBeGreaterThan(0);
    const after = await amina.call.sparks.unkindle({ id, sentence: 'see-too' });
    expect(after.has).toMatchObject({ sentences: { 'see-too': 0, 'can-help': 2 }, perspectives: [] });
    expect(await amina.call.sparks.unkindle({ id, sentence: 'see-too' })).toMatchObject({ has: { sentences: { 'see-too': 0 } } });
  });

  it('is refused to a visitor, with another sentence, and where there is no spark', async () => {
    const id = await post(joe);
    expect(await refusal(server.visitor().call.sparks.kindle({ id, sentence: 'see-too' }))).toMatchObject({ code: 'not-signed-in' });
    expect(await refusal(server.visitor().call.sparks.unkindle({ id, sentence: 'see-too' }))).toMatchObject({ code: 'not-signed-in' });
    expect(
      (await amina.fetch(`/api/v1/sparks/${id}/kindlings/like`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' }))
        .status,
    ).toBe(400);
    expect(await refusal(amina.call.sparks.kindle({ id, sentence: 'see-too', line: 'x'.repeat(301) }))).toMatchObject({
      fields: [{ field: 'line' }],
    });
    expect(await refusal(amina.call.sparks.kindle({ id: newId(), sentence: 'see-too' }))).toMatchObject({ code: 'not-found' });
    expect(await refusal(amina.call.sparks.unkindle({ id: newId(), sentence: 'see-too' }))).toMatchObject({ code: 'not-found' });
  });

  it('two people at once are both counted', async () => {
    const id = await post(joe);
    await Promise.all([amina, sam, joe].flatMap((who) => [who, who].map((one) => one.call.sparks.kindle({ id, sentence: 'affects-me' }))));
    expect((await joe.call.sparks.read({ id })).has.sentences['affects-me']).toBe(3);
  });
});

describe('waiting', () => {
  it('counts whole days until somebody else says something', async () => {
    const id = await post(joe);
    later(3 * dayMs + 1000);
    const waiting = async () => (await amina.call.sparks.read({ id })).waitingDays;
    expect(await waiting()).toBe(3);
    await joe.call.sparks.comment({ id, commentId: newId(), text: 'Anybody?' });
    await joe.call.sparks.kindle({ id, sentence: 'can-help' });
    expect(await waiting()).toBe(3);
    await amina.call.sparks.kindle({ id, sentence: 'see-too' });
    expect(await waiting()).toBeNull();
    await amina.call.sparks.unkindle({ id, sentence: 'see-too' });
    expect(await waiting()).toBeNull();
  });
});

describe('replies', () => {
  it('are kept once, in order, and withdrawn by whoever wrote them or by a keeper', async () => {
    const id = await post(joe);
    const first = { id, commentId: newId(), text: 'Ours too.' };
    await Promise.all([1, 2].map(() => amina.call.sparks.comment(first)));
    later(1000);
    await joe.call.sparks.comment({ id, commentId: newId(), text: 'Thank you.' });
    expect((await sam.call.sparks.read({ id })).replies).toMatchObject([
      { text: 'Ours too.', by: 'Amina', withdrawn: false },
      { text: 'Thank you.', by: 'Joe' },
    ]);
    expect(await refusal(joe.call.sparks.comment({ ...first, text: 'Not mine' }))).toMatchObject({ code: 'conflict' });
    expect(await refusal(joe.call.sparks.withdrawComment(first))).toMatchObject({ code: 'not-allowed', reason: 'why.own-only' });
    expect(await refusal(server.visitor().call.sparks.withdrawComment(first))).toMatchObject({ code: 'not-signed-in' });
    const after = await amina.call.sparks.withdrawComment(first);
    expect(after.replies[0]).toMatchObject({ text: '', withdrawn: true });
    expect(after.comments).toBe(1);
    expect(await sam.call.sparks.withdrawComment(first)).toMatchObject({ comments: 1 });
    expect(await refusal(amina.call.sparks.withdrawComment({ id, commentId: newId() }))).toMatchObject({ code: 'not-found' });
    const elsewhere = await post(joe);
    expect(await refusal(amina.call.sparks.withdrawComment({ ...first, id: elsewhere }))).toMatchObject({ code: 'not-found' });
  });

  it('are refused to a visitor, empty, and where there is no spark', async () => {
    const id = await post(joe);
    expect(await refusal(server.visitor().call.sparks.comment({ id, commentId: newId(), text: 'Hello' }))).toMatchObject({ code: 'not-signed-in' });
    expect(await refusal(amina.call.sparks.comment({ id, commentId: newId(), text: ' ' }))).toMatchObject({
      fields: [{ field: 'text', reason: 'field.required' }],
    });
    expect(await refusal(amina.call.sparks.comment({ id: newId(), commentId: newId(), text: 'Hello' }))).toMatchObject({ code: 'not-found' });
  });
});

it('tells open screens what has gone stale', async () => {
  const stale: Topic[] = [];
  const watch = { ...server.app.topics };
  server.app.topics.stale = (topics) => {
    stale.push(...topics);
    watch.stale(topics);
  };
  const id = await post(amina);
  expect(stale.splice(0)).toEqual(['wall']);
  await joe.call.sparks.kindle({ id, sentence: 'see-too' });
  expect(stale.splice(0)).toEqual(['wall', `spark:${id}`]);
  await joe.call.sparks.comment({ id, commentId: newId(), text: 'Ours too.' });
  // Whoever posted it is told of a reply.
  expect(stale.splice(0)).toEqual(['wall', `spark:${id}`, expect.stringMatching(/^me:/)]);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { refusal, startTestServer, type Somebody, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let sam: Somebody;
let amina: Somebody;
let joe: Somebody;

beforeAll(async () => {
  server = await startTestServer();
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

describe('similar sparks', () => {
  const similar = async (text: string, more: { exclude?: string } = {}) =>
    (await joe.call.sparks.similar({ text, ...more })).items.map((one) => one.title);

  it('are found by their words, follow every change, and are three at most', async () => {
    const id = await post(amina, { text: 'The blood pressure machine is never where it should be' });
    expect(await similar('where is the blood pressure machine')).toEqual(['The blood pressure machine is never where it should be']);
    expect(await similar('where is the blood pressure machine', { exclude: id })).toEqual([]);
    await amina.call.sparks.edit({ id, text: 'The hoist is never where it should be', kind: 'need', siteId: null });
    expect(await similar('a hoist that is never there')).toEqual(['The hoist is never where it should be']);
    await amina.call.sparks.withdraw({ id });
    expect(await similar('a hoist that is never there')).toEqual([]);
    await amina.call.sparks.restore({ id });
    for (const n of ['one', 'two', 'three', 'four']) await post(amina, { text: `Hoist number ${n} is broken` });
    expect(await similar('the hoist is broken')).toHaveLength(3);
  });

  it('are none for no words, and too many words are refused', async () => {
    expect(await similar('  ')).toEqual([]);
    expect(await refusal(joe.call.sparks.similar({ text: 'x'.repeat(5201) }))).toMatchObject({ code: 'invalid' });
  });
});

describe('the wall as a file', () => {
  it('is a table any spreadsheet opens, for people with an account', async () => {
    await post(joe, { text: 'Zebra crossing' });
    await post(amina, { text: '=1+1 is a title\nwith "quotes"', nameShown: 'role' });
    const answer = await joe.fetch('/api/sparks.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const csv = await answer.text();
    expect(csv).toContain('"title","text","kind","site","date","I see this too"');
    expect(csv).toContain(`"'=1+1 is a title","with ""quotes""","need"`);
    expect(csv).not.toContain(amina.personId);
    const filtered = await (await joe.fetch('/api/sparks.csv?search=zebra')).text();
    expect(filtered.trim().split('\r\n')).toHaveLength(2);
    expect((await server.visitor().fetch('/api/sparks.csv')).status).toBe(401);
    expect((await joe.fetch('/api/sparks.csv?kind=poem')).status).toBe(400);
  });
});

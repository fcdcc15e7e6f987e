import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { refusal, startTestServer, type Somebody, type TestServer } from '#tests/helpers/test-server.ts';

const dayMs = 86_400_000;
let now = new Date('2027-06-12T09:47:13.456Z');
let server: TestServer;
let amina: Somebody;
let joe: Somebody;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  await server.join('Sam');
  amina = await server.join('Amina');
  joe = await server.join('Joe');
});
afterAll(() => server.close());

const aPost = (text = 'Nobody dares to say it') => ({ id: newId(), text, kind: 'need' as const, siteId: null, nameShown: 'unnamed' as const });
const nextDay = () => {
  now = new Date(now.getTime() + dayMs);
};

it('gives the author’s device a secret, once', async () => {
  const post = aPost();
  const { editSecret } = await amina.call.sparks.post(post);
  expect(editSecret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await amina.call.sparks.post(post)).toEqual({ id: post.id, editSecret: null });
  expect(await refusal(amina.call.sparks.post({ ...post, text: 'Other words' }))).toMatchObject({ code: 'conflict' });
  expect((await joe.call.sparks.list({ limit: 100 })).items.filter((card) => card.id === post.id)).toHaveLength(1);
});

it('shows no author to anybody, and no time more exact than the day while few sparks are posted', async () => {
  nextDay();
  const { id } = await amina.call.sparks.post(aPost());
  for (const who of [amina, joe]) {
    const spark = await who.call.sparks.read({ id });
    expect(spark).toMatchObject({
      author: { shown: 'unnamed' },
      mine: false,
      createdAt: `${now.toISOString().slice(0, 10)}T00:00:00.000Z`,
      waitingDays: 0,
    });
    expect(JSON.stringify(spark)).not.toContain(amina.personId);
  }
  for (let i = 0; i < 4; i += 1) await joe.call.sparks.post({ ...aPost(), nameShown: 'name' });
  const fifth = await amina.call.sparks.post(aPost('Busy day'));
  expect((await joe.call.sparks.read({ id: fifth.id })).createdAt).toBe(`${now.toISOString().slice(0, 13)}:00:00.000Z`);
  const { items } = await joe.call.sparks.list({ limit: 100 });
  const at = items.findIndex((card) => card.id === fifth.id);
  expect(items.slice(0, at).every((card) => card.author.shown === 'name')).toBe(true);
});

it('is edited, withdrawn and brought back by whoever holds the secret, and by nobody else', async () => {
  nextDay();
  const { id, editSecret } = await amina.call.sparks.post(aPost());
  const change = { id, text: 'Now I dare', kind: 'idea' as const, siteId: null };
  const wrong = 'A'.repeat(43);
  for (const attempt of [change, { ...change, editSecret: wrong }]) {
    expect(await refusal(amina.call.sparks.edit(attempt))).toMatchObject({ code: 'not-allowed', reason: 'why.own-only' });
    expect(await refusal(joe.call.sparks.withdraw(attempt))).toMatchObject({ code: 'not-allowed' });
  }
  expect(await refusal(amina.call.sparks.edit({ ...change, editSecret: 'short' }))).toMatchObject({ code: 'invalid' });
  if (editSecret === null) throw new Error('no secret came back');
  expect(await amina.call.sparks.edit({ ...change, editSecret })).toMatchObject({
    title: 'Now I dare',
    author: { shown: 'unnamed' },
    editedAt: `${now.toISOString().slice(0, 13)}:00:00.000Z`,
  });
  expect(await amina.call.sparks.withdraw({ id, editSecret })).toMatchObject({ state: 'withdrawn' });
  expect(await refusal(amina.call.sparks.read({ id }))).toMatchObject({ code: 'gone' });
  expect(await amina.call.sparks.restore({ id, editSecret })).toMatchObject({ state: 'open' });
});

it('may be posted five times a day, sent twice or not, and again tomorrow', async () => {
  nextDay();
  const posts = Array.from({ length: 5 }, (_, n) => aPost(`Unnamed ${n}`));
  for (const post of posts) await joe.call.sparks.post(post);
  for (const post of posts) expect(await joe.call.sparks.post(post)).toEqual({ id: post.id, editSecret: null });
  const refused = await refusal(joe.call.sparks.post(aPost('The sixth')));
  expect(refused).toMatchObject({ code: 'too-many', reason: 'sparks.unnamed-allowance' });
  expect(refused.retryAfterMs).toBe(dayMs - (now.getTime() % dayMs));
  await joe.call.sparks.post({ ...aPost('By name it goes'), nameShown: 'name' });
  await amina.call.sparks.post(aPost('Others still may'));
  nextDay();
  await joe.call.sparks.post(aPost('The next day'));
});

it('leaves nothing in any row that leads to its author', async () => {
  nextDay();
  const ruth = await server.join('Ruth');
  const title = 'The rota hides who is tired';
  const { id, editSecret } = await ruth.call.sparks.post(aPost(title));
  await ruth.call.sparks.edit({ id, text: `${title}, and why`, kind: 'need', siteId: null, ...(editSecret === null ? {} : { editSecret }) });
  await ruth.call.sparks.similar({ text: title });
  const about = await everythingAbout(ruth);
  const { t, sql } = server.app.db;
  const tables = Object.entries(t);
  expect(tables.length).toBeGreaterThan(20);
  let rowsOfSpark = 0;
  for (const [, table] of tables) {
    for (const row of (await sql.select().from(table)).map((one) => JSON.stringify(one))) {
      if (!row.includes(id) && !row.includes(title)) continue;
      rowsOfSpark += 1;
      for (const trace of [...about, editSecret ?? 'no secret']) expect(row).not.toContain(trace);
    }
  }
  // The spark, and for posting and for editing it a line of activity and a row of the audit.
  expect(rowsOfSpark).toBe(5);
  const said = (await sql.select().from(t.activity)).filter((row) => JSON.stringify(row.values).includes(title));
  expect(said).toMatchObject([
    { what: 'spark.posted-unnamed', personId: null },
    { what: 'spark.edited', personId: null },
  ]);
  expect(said.every((row) => row.at.getUTCMinutes() === 0)).toBe(true);
});

it('leaves no page of the database file on which its words and its author meet', async () => {
  nextDay();
  const mei = await server.join('Mei');
  const title = 'Everybody knows and nobody writes it down';
  const { id, editSecret } = await mei.call.sparks.post(aPost(title));
  const about = await everythingAbout(mei);
  const pages = pagesOf(server.dataDir);
  expect(pages.some((page) => page.includes(title))).toBe(true);
  expect(pages.some((page) => about.some((trace) => page.includes(trace)))).toBe(true);
  for (const page of pages) {
    expect(page.includes(editSecret ?? 'no secret')).toBe(false);
    if (page.includes(title) || page.includes(id)) expect(about.filter((trace) => page.includes(trace))).toEqual([]);
  }
});

/** Whatever names this person in our tables: the person, the account, its sessions. */
async function everythingAbout(who: Somebody): Promise<string[]> {
  const { t, sql } = server.app.db;
  const person = (await sql.select().from(t.person)).find((row) => row.id === who.personId);
  const sessions = (await sql.select().from(t.session)).filter((row) => row.userId === person?.userId);
  return [who.personId, person?.userId ?? '', ...sessions.flatMap((row) => [row.id, row.token])].filter(Boolean);
}

/** Every page of the file and of its log; a page belongs to one table. */
function pagesOf(folder: string): Buffer[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.sqlite(-wal)?$/.test(name));
  return files.flatMap((name) => {
    const bytes = readFileSync(path.join(folder, name));
    const size = 4096;
    const isLog = name.endsWith('-wal');
    const [start, stride, skip] = isLog ? [32, size + 24, 24] : [0, size, 0];
    return Array.from({ length: Math.floor((bytes.length - start) / stride) }, (_, at) =>
      bytes.subarray(start + at * stride + skip, start + (at + 1) * stride),
    );
  });
}

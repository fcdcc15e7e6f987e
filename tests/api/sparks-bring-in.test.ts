import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { readFeedback, readFeedbackFile } from '#tests/fixtures/ideas/read-ideas.ts';
import { refusal, startTestServer, type Somebody, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let sam: Somebody;
let mei: Somebody;
let joe: Somebody;
beforeAll(async () => {
  server = await startTestServer();
  sam = await server.join('Sam');
  mei = await server.join('Mei');
  joe = await server.join('Joe');
  await sam.call.place.putSite({ id: 'site-hexham', name: 'Hexham', archived: false });
});
afterAll(() => server.close());

const file = (content: string, name = 'ideas.csv') => ({ name, content });
const wallOf = async (who: Somebody, search: string) => (await who.call.sparks.list({ search, limit: 100 })).items;

describe('looking at a file', () => {
  it('matches the columns, shows a sample and names every bad row with its reason', async () => {
    const csv =
      'Headline,Details,Type,Where,When\nTea,Cold,need,hexham,2027-01-31\nToast,Burnt,poem,,\n,,idea,,\nSoup,Mr Smith of bed 4 says thin,,Nowhere,\n';
    const preview = await mei.call.sparks.previewBringIn(file(csv.replace('2027', '2026')));
    expect(preview).toMatchObject({
      headers: ['Headline', 'Details', 'Type', 'Where', 'When'],
      columns: { title: 'Headline', text: 'Details', kind: 'Type', site: 'Where', created: 'When' },
      good: 1,
      sample: [{ title: 'Tea', body: 'Cold', kind: 'need', site: 'Hexham', created: '2026-01-31' }],
      badCount: 3,
    });
    expect(preview.bad).toEqual([
      { row: 3, field: 'kind', reason: 'bringIn.unknown-kind', value: 'poem' },
      { row: 4, field: 'row', reason: 'bringIn.no-words', value: '' },
      { row: 5, field: 'site', reason: 'bringIn.unknown-site', value: 'Nowhere' },
    ]);
    expect((await mei.call.sparks.list({})).items).toEqual([]);
  });

  it('takes the columns a person chose, and points at words that may tell who somebody is', async () => {
    const csv = 'a,b\nThe ramp is steep,x\nMrs Okafor waited,y\n';
    const preview = await mei.call.sparks.previewBringIn({
      ...file(csv),
      columns: { title: null, text: 'a', kind: null, site: null, created: null },
    });
    expect(preview).toMatchObject({ good: 2, mayIdentify: [3] });
    expect(await refusal(mei.call.sparks.previewBringIn(file(csv)))).toMatchObject({
      code: 'invalid',
      fields: [{ field: 'columns.text', reason: 'bringIn.no-text-column' }],
    });
  });

  it('refuses a file that is none, and people without an account', async () => {
    expect(await refusal(mei.call.sparks.previewBringIn(file('')))).toMatchObject({ code: 'invalid', reason: 'bringIn.file-empty' });
    expect(await refusal(mei.call.sparks.previewBringIn(file('x'.repeat(6_000_001))))).toMatchObject({
      code: 'invalid',
      fields: [{ field: 'content', reason: 'problem.too-large' }],
    });
    expect(await refusal(server.visitor().call.sparks.previewBringIn(file('a\nb')))).toMatchObject({ code: 'not-signed-in' });
    expect(await refusal(server.visitor().call.sparks.bringIn({ id: newId(), ...file('text\nb') }))).toMatchObject({ code: 'not-signed-in' });
    expect(await refusal(server.visitor().call.sparks.bringIns())).toMatchObject({ code: 'not-signed-in' });
    expect(await refusal(mei.call.sparks.bringIn({ id: newId(), ...file('title,kind\nTea,poem\n') }))).toMatchObject({
      code: 'invalid',
      reason: 'sparks.no-good-rows',
    });
  });
});

describe('bringing in', () => {
  it('puts the good rows on the wall in the order of the file, with no author, and says where they came from', async () => {
    const id = newId();
    const csv = 'text,kind\nGarden gate squeaks,need\nGarden bench for two,idea\nGarden hose leaks,poem\n';
    const answers = await Promise.all([1, 2].map(() => mei.call.sparks.bringIn({ id, ...file(csv, 'garden.csv') })));
    expect(answers).toMatchObject([1, 2].map(() => ({ id, fileName: 'garden.csv', count: 2, undoneAt: null, mine: true })));
    const cards = await wallOf(joe, 'garden');
    expect(cards.map((card) => card.title)).toEqual(['Garden gate squeaks', 'Garden bench for two']);
    expect(cards[0]).toMatchObject({ author: { shown: 'unnamed' }, broughtInFrom: 'garden.csv', mine: false, waitingDays: 0 });
    expect((await wallOf(mei, 'garden'))[0]?.mine).toBe(false);
    expect(await refusal(joe.call.sparks.bringIn({ id, ...file(csv) }))).toMatchObject({ code: 'conflict' });
    const again = await mei.call.sparks.previewBringIn(file(csv));
    expect(again.bad.map((row) => row.reason)).toEqual(['bringIn.already-here', 'bringIn.already-here', 'bringIn.unknown-kind']);
    expect((await joe.call.sparks.bringIns()).items).toMatchObject([{ id, fileName: 'garden.csv', mine: false }]);
  });

  it('is undone by whoever did it or a keeper, whatever became of the sparks; and only those', async () => {
    const id = newId();
    await mei.call.sparks.bringIn({ id, ...file('text\nRoof drips\nRoof sings\n', 'roof.csv') });
    const own = await joe.call.sparks.post({ id: newId(), text: 'Roof of my own', kind: 'need', siteId: null, nameShown: 'name' });
    const [first] = await wallOf(joe, 'roof drips');
    await joe.call.sparks.kindle({ id: first?.id ?? '', sentence: 'see-too' });
    expect(await refusal(joe.call.sparks.undoBringIn({ id }))).toMatchObject({ code: 'not-allowed', reason: 'why.own-only' });
    expect(await refusal(mei.call.sparks.undoBringIn({ id: newId() }))).toMatchObject({ code: 'not-found' });
    const undone = await mei.call.sparks.undoBringIn({ id });
    expect(undone.undoneAt).not.toBeNull();
    expect((await sam.call.sparks.undoBringIn({ id })).undoneAt).toBe(undone.undoneAt);
    expect((await wallOf(joe, 'roof')).map((card) => card.id)).toEqual([own.id]);
    expect(await refusal(joe.call.sparks.read({ id: first?.id ?? '' }))).toMatchObject({ code: 'gone' });
    expect((await mei.call.sparks.previewBringIn(file('text\nRoof drips\n'))).good).toBe(1);
  });

  it('takes all 1,851 real answers of patients, and finds them again', async () => {
    const id = newId();
    const whole = file(readFeedbackFile(), 'nhs_feedback_improve.ndjson');
    const preview = await mei.call.sparks.previewBringIn(whole);
    expect(preview.good + preview.badCount).toBe(1851);
    expect(preview.good).toBeGreaterThan(1700);
    const { count } = await mei.call.sparks.bringIn({ id, ...whole });
    expect(count).toBe(preview.good);
    let seen = 0;
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Somebody['call']['sparks']['list']>> = await joe.call.sparks.list({
        limit: 100,
        ...(cursor === null ? {} : { cursor }),
      });
      seen += page.items.filter((card) => card.broughtInFrom === whole.name).length;
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toBe(count);
    const asked = readFeedback()[100];
    const found = await joe.call.sparks.similar({ text: `${asked?.title}\n${asked?.body}` });
    expect(found.items[0]?.title).toBe((await wallOf(joe, asked?.title.slice(0, 60) ?? ''))[0]?.title);
    await mei.call.sparks.undoBringIn({ id });
    expect((await joe.call.sparks.list({ limit: 100 })).items.some((card) => card.broughtInFrom === whole.name)).toBe(false);
  });
});

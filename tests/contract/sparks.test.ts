import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#server/db/db.ts';
import * as bringIns from '#server/features/sparks/bring-in/store.ts';
import * as replies from '#server/features/sparks/replies/store.ts';
import * as store from '#server/features/sparks/store.ts';
import { giveBack, sparksSince, takeOne } from '#server/features/sparks/unnamed/store.ts';
import { presentOf, searchable } from '#server/features/sparks/wall/cards.ts';
import * as wall from '#server/features/sparks/wall/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const noon = new Date('2027-06-12T12:00:00.123Z');
const minutesAfterNoon = (n: number) => new Date(noon.getTime() + n * 60_000);

function aSpark(about: Partial<store.NewSpark> = {}): store.NewSpark {
  const { title = 'Tea is cold', body = '' } = about;
  return {
    id: newId(),
    kind: 'need',
    state: 'open',
    title,
    body,
    searchText: searchable(title, body),
    nameShown: 'name',
    authorId: 'person-amina',
    perspectives: [],
    present: presentOf([]),
    createdAt: noon,
    ...about,
  };
}

async function post(db: Db, about: Partial<store.NewSpark> = {}): Promise<string> {
  const row = aSpark(about);
  await db.transact((tx) => store.addSpark(tx, row));
  return row.id;
}

async function idsOf(db: Db, filter: Partial<wall.WallFilter> = {}): Promise<string[]> {
  return (await wall.wallRows(db, { words: [], ...filter }, { limit: 50, after: null })).map((row) => row.id);
}

onBothDatabases('sparks', (database) => {
  beforeEach(async () => {
    await database().transact(async ({ sql, t }) => {
      await sql.delete(t.spark);
      await sql.delete(t.bringIn);
      await sql.delete(t.unnamedQuota);
    });
  });

  describe('a spark', () => {
    it('is added once, and comes back as it was written', async () => {
      const row = aSpark({ body: 'By bay 4 – “really”.', perspectives: ['delivering', 'witnessing'], siteId: 'site-one', nameShown: 'role' });
      const added = await Promise.all([1, 2, 3].map(() => database().transact((tx) => store.addSpark(tx, row))));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await store.sparkById(database(), row.id)).toEqual({ ...row, editSecretHash: null, bringInId: null, repliedAt: null, editedAt: null });
    });

    it('is edited, withdrawn once and brought back', async () => {
      const id = await post(database());
      const words = { title: 'Tea', body: 'Cold', searchText: 'tea\ncold', kind: 'idea' as const, siteId: null, editedAt: minutesAfterNoon(5) };
      expect(await database().transact((tx) => store.editSpark(tx, id, words))).toMatchObject(words);
      const withdrawn = await Promise.all([1, 2].map(() => database().transact((tx) => store.withdrawSpark(tx, id))));
      expect(withdrawn.filter(Boolean)).toHaveLength(1);
      expect(await database().transact((tx) => store.editSpark(tx, id, words))).toBeNull();
      expect(await database().transact((tx) => store.restoreSpark(tx, id))).toMatchObject({ id, state: 'open' });
      expect(await database().transact((tx) => store.restoreSpark(tx, id))).toBeNull();
    });

    it('that began an initiative comes back as lit', async () => {
      const id = await post(database(), { state: 'lit' });
      await database().transact(async ({ sql, t }) => {
        const initiativeId = newId();
        const initiative = {
          id: initiativeId,
          title: 'Warm tea',
          purpose: '',
          purposeHash: '',
          forWhom: '',
          state: 'thinking-time' as const,
          litBy: 'person-amina',
          litAt: noon,
          movedAt: noon,
        };
        await sql.insert(t.initiative).values(initiative);
        await sql.insert(t.initiativeSpark).values({ initiativeId, sparkId: id });
      });
      expect(await store.initiativesOf(database(), id)).toMatchObject([{ title: 'Warm tea' }]);
      await database().transact((tx) => store.withdrawSpark(tx, id));
      expect(await database().transact((tx) => store.restoreSpark(tx, id))).toMatchObject({ state: 'lit' });
    });

    it('has been replied to from the first word of somebody else on, and not by its author', async () => {
      const id = await post(database());
      const mark = (by: string, at: Date) => database().transact((tx) => store.markReplied(tx, id, by, at));
      expect((await mark('person-amina', minutesAfterNoon(1)))?.repliedAt).toBeNull();
      expect((await mark('person-joe', minutesAfterNoon(2)))?.repliedAt).toEqual(minutesAfterNoon(2));
      expect((await mark('person-terry', minutesAfterNoon(3)))?.repliedAt).toEqual(minutesAfterNoon(2));
      const unnamed = await post(database(), { authorId: null, nameShown: 'unnamed' });
      expect((await database().transact((tx) => store.markReplied(tx, unnamed, 'person-amina', noon)))?.repliedAt).toEqual(noon);
      await database().transact((tx) => store.withdrawSpark(tx, id));
      expect(await mark('person-joe', minutesAfterNoon(4))).toBeNull();
    });
  });

  describe('the wall', () => {
    it('is read newest first, page by page, also where many share one instant', async () => {
      const ids: string[] = [];
      for (let i = 0; i < 23; i += 1) ids.push(await post(database(), { createdAt: minutesAfterNoon(Math.floor(i / 10)) }));
      const seen: string[] = [];
      let after: wall.After | null = null;
      for (;;) {
        const rows: store.SparkRow[] = await wall.wallRows(database(), { words: [] }, { limit: 4, after });
        seen.push(...rows.map((row) => row.id));
        const last = rows.at(-1);
        if (last === undefined) break;
        after = { createdAt: last.createdAt, id: last.id };
      }
      expect(seen.toSorted()).toEqual(ids.toSorted());
      expect(seen.slice(0, 3).toSorted()).toEqual(ids.slice(20).toSorted());
    });

    it('is filtered by site, kind, state and perspective', async () => {
      const need = await post(database(), { siteId: 'site-one', present: presentOf(['receiving']), createdAt: minutesAfterNoon(1) });
      const idea = await post(database(), { kind: 'idea', state: 'lit', present: presentOf(['delivering', 'leading']) });
      const gone = await post(database(), { state: 'withdrawn' });
      await post(database(), { state: 'withdrawn', authorId: 'person-joe' });
      expect(await idsOf(database())).toEqual([need, idea]);
      expect(await idsOf(database(), { siteId: 'site-one' })).toEqual([need]);
      expect(await idsOf(database(), { kind: 'idea' })).toEqual([idea]);
      expect(await idsOf(database(), { state: 'open' })).toEqual([need]);
      expect(await idsOf(database(), { perspective: 'delivering' })).toEqual([idea]);
      expect(await idsOf(database(), { perspective: 'witnessing' })).toEqual([]);
      expect(await idsOf(database(), { withdrawnBy: 'person-amina' })).toEqual([gone]);
    });

    it('is searched by every word, whatever its case and accents, and signs mean themselves', async () => {
      const cafe = await post(database(), { title: 'Café closes at NOON', body: 'Night staff eat nothing' });
      const percent = await post(database(), { title: '100% of us', body: 'a_b \\ c' });
      const search = (text: string) => idsOf(database(), { words: searchable(text, '').trim().split(/\s+/) });
      expect(await search('noon cafe')).toEqual([cafe]);
      expect(await search('NIGHT noon')).toEqual([cafe]);
      expect(await search('noon day')).toEqual([]);
      expect(await search('0%')).toEqual([percent]);
      expect(await search('a_b')).toEqual([percent]);
      expect(await search('n_on')).toEqual([]);
      expect(await search('\\')).toEqual([percent]);
    });
  });

  describe('kindling', () => {
    const say = (sparkId: string, personId: string, about: Partial<replies.KindlingRow> = {}) =>
      database().transact((tx) =>
        replies.putKindling(tx, {
          sparkId,
          personId,
          sentence: 'see-too',
          line: '',
          amount: null,
          siteId: null,
          perspectives: [],
          createdAt: noon,
          ...about,
        }),
      );

    it('counts a sentence of a person once, and changes its line', async () => {
      const id = await post(database());
      const added = await Promise.all(['once', 'twice'].map((line) => say(id, 'person-joe', { line })));
      expect(added.filter(Boolean)).toHaveLength(1);
      await say(id, 'person-joe', { sentence: 'can-help', amount: 'day', line: 'On Thursdays', perspectives: ['receiving'] });
      await say(id, 'person-joe', { sentence: 'can-help', amount: 'hour', line: '', perspectives: ['witnessing'] });
      expect(await replies.kindlingsOf(database(), id)).toEqual(
        expect.arrayContaining([expect.objectContaining({ sentence: 'can-help', amount: 'hour', line: '', perspectives: ['witnessing'] })]),
      );
      expect(await wall.sentencesOf(database(), ['person-joe'], [id])).toHaveLength(2);
      const remove = () => database().transact((tx) => replies.removeKindling(tx, id, 'person-joe', 'see-too'));
      expect([await remove(), await remove()]).toEqual([true, false]);
    });

    it('is counted by sentence and by site for a whole page at once', async () => {
      const [one, two] = [await post(database()), await post(database())];
      await say(one, 'person-joe', { siteId: 'site-one' });
      await say(one, 'person-terry', { siteId: 'site-two' });
      await say(one, 'person-terry', { sentence: 'can-help', siteId: 'site-two' });
      await say(two, 'person-joe');
      const counts = await wall.sentenceCounts(database(), [one, two]);
      expect(counts).toHaveLength(3);
      expect(counts).toEqual(
        expect.arrayContaining([
          { sparkId: one, sentence: 'see-too', n: 2 },
          { sparkId: one, sentence: 'can-help', n: 1 },
          { sparkId: two, sentence: 'see-too', n: 1 },
        ]),
      );
      expect(new Set((await wall.kindledFrom(database(), [one, two])).map((row) => row.siteId))).toEqual(new Set(['site-one', 'site-two']));
    });

    it('by two people at once leaves both of their perspectives on the spark', async () => {
      const id = await post(database());
      const kindle = (personId: string, perspective: 'receiving' | 'delivering') =>
        database().transact(async (tx) => {
          await store.markReplied(tx, id, personId, noon);
          await replies.putKindling(tx, {
            sparkId: id,
            personId,
            sentence: 'see-too',
            line: '',
            amount: null,
            siteId: null,
            perspectives: [perspective],
            createdAt: noon,
          });
          await store.setPresent(tx, id, presentOf(await store.kindlersPerspectives(tx, id)));
        });
      await Promise.all([kindle('person-joe', 'receiving'), kindle('person-terry', 'delivering')]);
      expect((await store.sparkById(database(), id))?.present).toBe(' delivering receiving ');
    });
  });

  it('keeps a reply once, and withdraws it once', async () => {
    const id = await post(database());
    const row = { id: newId(), sparkId: id, personId: 'person-joe', text: 'Ours too', mentions: null, createdAt: noon, withdrawnAt: null };
    const added = await Promise.all([1, 2].map(() => database().transact((tx) => replies.addComment(tx, row))));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await wall.replyCounts(database(), [id])).toEqual([{ sparkId: id, n: 1 }]);
    const withdrawn = await Promise.all([1, 2].map(() => database().transact((tx) => replies.withdrawComment(tx, row.id, noon))));
    expect(withdrawn.filter(Boolean)).toHaveLength(1);
    expect(await wall.replyCounts(database(), [id])).toEqual([]);
    expect(await replies.commentsOf(database(), id)).toMatchObject([{ text: 'Ours too', withdrawnAt: noon }]);
  });

  it('gives a key its allowance and no more, also when all are taken at once, and lets yesterday go', async () => {
    const take = (day: string) => database().transact((tx) => takeOne(tx, `key of ${day}`, day, 5));
    const taken = await Promise.all(Array.from({ length: 8 }, () => take('2027-06-12')));
    expect(taken.filter(Boolean)).toHaveLength(5);
    await database().transact((tx) => giveBack(tx, 'key of 2027-06-12'));
    expect([await take('2027-06-12'), await take('2027-06-12')]).toEqual([true, false]);
    expect(await take('2027-06-13')).toBe(true);
    const { sql, t } = database();
    expect(await sql.select({ day: t.unnamedQuota.day }).from(t.unnamedQuota)).toEqual([{ day: '2027-06-13' }]);
    await post(database());
    expect(await sparksSince(database(), noon, minutesAfterNoon(1))).toBe(1);
    expect(await sparksSince(database(), minutesAfterNoon(1), minutesAfterNoon(2))).toBe(0);
  });

  it('takes back what was brought in, and nothing else', async () => {
    const other = await post(database());
    const bringIn = { id: newId(), personId: 'person-mei', fileName: 'ideas.csv', count: 300, createdAt: noon, undoneAt: null };
    await database().transact(async (tx) => {
      expect(await bringIns.addBringIn(tx, bringIn)).toBe(true);
      expect(await bringIns.addBringIn(tx, bringIn)).toBe(false);
      await bringIns.addSparks(
        tx,
        Array.from({ length: 300 }, (_, at) =>
          aSpark({ bringInId: bringIn.id, authorId: null, nameShown: 'unnamed', createdAt: minutesAfterNoon(-at) }),
        ),
      );
    });
    expect(await wall.bringInsById(database(), [bringIn.id])).toMatchObject([{ fileName: 'ideas.csv' }]);
    expect(await database().transact((tx) => bringIns.undo(tx, bringIn.id, minutesAfterNoon(1)))).toBe(true);
    expect(await database().transact((tx) => bringIns.undo(tx, bringIn.id, minutesAfterNoon(2)))).toBe(false);
    expect(await idsOf(database())).toEqual([other]);
    expect(await bringIns.bringIns(database())).toMatchObject([{ undoneAt: minutesAfterNoon(1) }]);
  });

  it('leaves nothing of a file behind when one row fails', async () => {
    const bringInId = newId();
    const failing = database().transact(async (tx) => {
      await bringIns.addBringIn(tx, { id: bringInId, personId: 'person-mei', fileName: 'ideas.csv', count: 2, createdAt: noon, undoneAt: null });
      const twice = aSpark({ bringInId });
      await bringIns.addSparks(tx, [twice]);
      await bringIns.addSparks(tx, [twice]);
    });
    await expect(failing).rejects.toBeInstanceOf(Error);
    expect(await bringIns.bringInById(database(), bringInId)).toBeNull();
    expect(await idsOf(database())).toEqual([]);
  });
});

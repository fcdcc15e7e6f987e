/** What people do with sparks: post, edit, withdraw, bring back. */
import type { Spark, SparkKind, SparkPost } from '#shared/features/sparks/model.ts';
import { splitSpark } from '#shared/features/sparks/title.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import { record } from '../../activity/record.ts';
import type { App } from '../../context.ts';
import type { Reader } from '../../db/db.ts';
import { allowing, personOf, placeFacts, type Viewer } from '../../policy/viewer.ts';
import { wholeSpark } from './read.ts';
import { learn, unlearn } from './similar/similar.ts';
import * as store from './store.ts';
import { isSecretOf, newEditSecret, roundedTime, startOfHour, takeAllowance } from './unnamed/unnamed.ts';
import { presentOf, searchable } from './wall/cards.ts';

/** An id that was posted before answers the same again: an outbox may send twice. @throws Problem conflict when somebody else used the id */
export async function postSpark(app: App, viewer: Viewer, post: SparkPost): Promise<{ id: string; editSecret: string | null }> {
  allowing('spark.post', await placeFacts(app.db, viewer));
  const personId = personOf(viewer);
  await checkSite(app.db, post.siteId);
  if (post.nameShown === 'unnamed') return postUnnamed(app, personId, post);
  const row = { ...rowOf(post), authorId: personId, createdAt: app.clock.now(), editSecretHash: null };
  if (!(await add(app, row, post.nameShown === 'name' ? personId : null))) {
    const posted = await store.sparkById(app.db, post.id);
    if (posted?.authorId !== personId) throw new Problem('conflict', 'problem.conflict');
  }
  return { id: post.id, editSecret: null };
}

/** Two transactions, so that nothing the database keeps about them ties the allowance to the spark. */
async function postUnnamed(app: App, personId: string, post: SparkPost): Promise<{ id: string; editSecret: string | null }> {
  const { secret, hash } = newEditSecret();
  const row = { ...rowOf(post), authorId: null, createdAt: await roundedTime(app), editSecretHash: hash };
  if (await wasPosted(app.db, row)) return { id: post.id, editSecret: null };
  const giveBack = await takeAllowance(app, personId);
  if (await add(app, row, null)) return { id: post.id, editSecret: secret };
  await giveBack();
  await wasPosted(app.db, row);
  return { id: post.id, editSecret: null };
}

/** Nobody is known to have posted it, so the same words under the same id stand for the same post. @throws Problem conflict */
async function wasPosted(reader: Reader, row: Row): Promise<boolean> {
  const posted = await store.sparkById(reader, row.id);
  if (posted === null) return false;
  if (posted.editSecretHash === null || posted.title !== row.title || posted.body !== row.body) throw new Problem('conflict', 'problem.conflict');
  return true;
}

type Row = Omit<store.NewSpark, 'createdAt' | 'authorId'> & { createdAt: Date; authorId: string | null };

/** @returns whether it is new */
async function add(app: App, row: Row, shownAuthor: string | null): Promise<boolean> {
  return app.db.transact(async (tx) => {
    if (!(await store.addSpark(tx, row))) return false;
    const what = row.nameShown === 'unnamed' ? 'spark.posted-unnamed' : 'spark.posted';
    await record(app, tx, {
      what,
      thing: row.id,
      at: row.createdAt,
      initiativeId: null,
      personId: shownAuthor,
      values: { title: row.title },
      topics: ['wall'],
    });
    tx.afterCommit(() => learn(app, row));
    return true;
  });
}

export interface SparkChange {
  readonly id: string;
  readonly text: string;
  readonly kind: SparkKind;
  readonly siteId: string | null;
  readonly editSecret?: string | undefined;
}

export async function editSpark(app: App, viewer: Viewer, { id, text, kind, siteId, editSecret }: SparkChange): Promise<Spark> {
  const before = await sparkOrThrow(app.db, id);
  const own = isOwn(viewer, before, editSecret);
  allowing('spark.edit', await placeFacts(app.db, viewer, { own, ended: before.state === 'withdrawn' }));
  await checkSite(app.db, siteId);
  const at = quietTime(before, app.clock.now());
  const words = wordsOf(text);
  const row = await app.db.transact(async (tx) => {
    const edited = await store.editSpark(tx, id, { ...words, kind, siteId, editedAt: at });
    if (edited === null) throw new Problem('gone', 'sparks.gone');
    await record(app, tx, {
      what: 'spark.edited',
      thing: id,
      at,
      initiativeId: null,
      personId: shownAuthor(edited),
      values: { title: edited.title },
      topics: ['wall', `spark:${id}`],
    });
    tx.afterCommit(() => learn(app, edited));
    return edited;
  });
  return wholeSpark(app, viewer, row);
}

/** Withdrawing twice withdraws once. */
export async function withdrawSpark(app: App, viewer: Viewer, { id, editSecret }: { id: string; editSecret?: string | undefined }): Promise<Spark> {
  const before = await sparkOrThrow(app.db, id);
  const own = isOwn(viewer, before, editSecret);
  allowing('spark.withdraw', await placeFacts(app.db, viewer, { own }));
  const news = { at: quietTime(before, app.clock.now()), initiativeId: null, personId: own ? shownAuthor(before) : viewer.personId };
  await app.db.transact(async (tx) => {
    if (!(await store.withdrawSpark(tx, id))) return;
    await record(app, tx, { ...news, what: 'spark.withdrawn', thing: id, topics: ['wall', `spark:${id}`] });
    tx.afterCommit(() => unlearn(app, id));
  });
  return wholeSpark(app, viewer, await sparkOrThrow(app.db, id));
}

export async function restoreSpark(app: App, viewer: Viewer, { id, editSecret }: { id: string; editSecret?: string | undefined }): Promise<Spark> {
  const before = await sparkOrThrow(app.db, id);
  const own = isOwn(viewer, before, editSecret);
  allowing('spark.withdraw', await placeFacts(app.db, viewer, { own }));
  const news = { at: quietTime(before, app.clock.now()), initiativeId: null, personId: own ? shownAuthor(before) : viewer.personId };
  await app.db.transact(async (tx) => {
    const back = await store.restoreSpark(tx, id);
    if (back === null) return;
    await record(app, tx, { ...news, what: 'spark.restored', thing: id, values: { title: back.title }, topics: ['wall', `spark:${id}`] });
    tx.afterCommit(() => learn(app, back));
  });
  return wholeSpark(app, viewer, await sparkOrThrow(app.db, id));
}

async function sparkOrThrow(reader: Reader, id: string): Promise<store.SparkRow> {
  const row = await store.sparkById(reader, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  return row;
}

function isOwn(viewer: Viewer, row: store.SparkRow, editSecret: string | undefined): boolean {
  if (row.authorId !== null) return row.authorId === viewer.personId;
  return editSecret !== undefined && row.editSecretHash !== null && isSecretOf(editSecret, row.editSecretHash);
}

/** Who did it, as far as the activity may say: an author who shows by role or not at all is not named there either. */
function shownAuthor(row: store.SparkRow): string | null {
  return row.nameShown === 'name' ? row.authorId : null;
}

/** What happens to an unnamed spark is told to the hour. */
function quietTime(row: store.SparkRow, now: Date): Date {
  return row.nameShown === 'unnamed' ? startOfHour(now) : now;
}

async function checkSite(reader: Reader, siteId: string | null): Promise<void> {
  if (siteId !== null && !(await store.siteIsKnown(reader, siteId))) throw badField('siteId', 'field.unknown');
}

function rowOf({ id, text, kind, siteId, nameShown, perspectives }: SparkPost) {
  return { id, kind, state: 'open' as const, ...wordsOf(text), siteId, nameShown, perspectives, present: presentOf(perspectives) };
}

function wordsOf(text: string): store.SparkWords {
  const { title, body } = splitSpark(text);
  return { title, body, searchText: searchable(title, body) };
}

/** Kindling a spark with one of five sentences, and replying to it. */
import type { HelpAmount, Sentence, Spark } from '#shared/features/sparks/model.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import { record } from '../../../activity/record.ts';
import type { App } from '../../../context.ts';
import type { Tx } from '../../../db/db.ts';
import { allowing, personOf, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { readSpark, wholeSpark } from '../read.ts';
import * as sparks from '../store.ts';
import { presentOf } from '../wall/cards.ts';
import * as store from './store.ts';

export interface Kindle {
  readonly id: string;
  readonly sentence: Sentence;
  readonly line: string;
  readonly amount: HelpAmount | null;
  readonly perspectives: Perspective[];
}

/** Saying a sentence again changes the line beside it. */
export async function kindle(app: App, viewer: Viewer, { id, sentence, line, amount, perspectives }: Kindle): Promise<Spark> {
  allowing('spark.kindle', await placeFacts(app.db, viewer));
  const personId = personOf(viewer);
  const createdAt = app.clock.now();
  const row = await app.db.transact(async (tx) => {
    const spark = await onTheWall(tx, id, personId, createdAt);
    const siteId = await sparks.siteOfPerson(tx, personId);
    const said = {
      sparkId: id,
      personId,
      sentence,
      line,
      amount: sentence === 'can-help' ? (amount ?? 'hour') : null,
      siteId,
      perspectives,
      createdAt,
    };
    const isNew = await store.putKindling(tx, said);
    await refreshPresent(tx, spark);
    if (isNew)
      await record(app, tx, { what: 'spark.kindled', thing: id, initiativeId: null, personId, values: { title: spark.title }, topics: staleBy(id) });
    else tx.afterCommit(() => app.topics.stale(staleBy(id)));
    return spark;
  });
  return wholeSpark(app, viewer, await fresh(app, row));
}

/** Taking back what was never said changes nothing. */
export async function unkindle(app: App, viewer: Viewer, { id, sentence }: { id: string; sentence: Sentence }): Promise<Spark> {
  allowing('spark.kindle', await placeFacts(app.db, viewer));
  const personId = personOf(viewer);
  await readSpark(app, viewer, id);
  const row = await app.db.transact(async (tx) => {
    const spark = await sparks.lockSpark(tx, id);
    if (spark === null) throw new Problem('not-found', 'problem.not-found');
    if (await store.removeKindling(tx, id, personId, sentence)) {
      await refreshPresent(tx, spark);
      app.audit.done(tx, { at: app.clock.now(), personId, action: 'spark.kindling-taken-back', thing: id });
      tx.afterCommit(() => app.topics.stale(staleBy(id)));
    }
    return spark;
  });
  return wholeSpark(app, viewer, await fresh(app, row));
}

export interface Reply {
  readonly id: string;
  readonly commentId: string;
  readonly text: string;
  /** People written to by name. */
  readonly mentions?: readonly string[];
}

/** An id that was sent before answers the same again. @throws Problem conflict when the id is another reply's, invalid for somebody we do not know */
export async function reply(app: App, viewer: Viewer, { id, commentId, text, mentions = [] }: Reply): Promise<Spark> {
  const facts = await placeFacts(app.db, viewer);
  allowing('spark.comment', facts);
  if (mentions.length > 0) allowing('person.find', facts);
  const personId = personOf(viewer);
  const createdAt = app.clock.now();
  const row = await app.db.transact(async (tx) => {
    const spark = await onTheWall(tx, id, personId, createdAt);
    const to = await store.knownAmong(tx, mentions);
    if (to.length < new Set(mentions).size) throw badField('mentions', 'field.unknown');
    if (await store.addComment(tx, { id: commentId, sparkId: id, personId, text, mentions: to, createdAt, withdrawnAt: null })) {
      // Nobody is known to have posted an unnamed spark, so nobody can be told.
      const author = spark.authorId === null ? [] : [{ personId: spark.authorId, why: 'other', address: `/sparks/${id}`, words: text } as const];
      const named = to.map((one) => ({ personId: one, why: 'mention', what: 'spark.mentioned', address: `/sparks/${id}`, words: text }) as const);
      const values = { title: spark.title, spark: id };
      const tells = [...named, ...author];
      await record(app, tx, { what: 'spark.replied', thing: id, initiativeId: null, personId, values, topics: staleBy(id), tells });
      return spark;
    }
    const sent = await store.commentById(tx, commentId);
    if (sent?.personId !== personId || sent.sparkId !== id) throw new Problem('conflict', 'problem.conflict');
    return spark;
  });
  return wholeSpark(app, viewer, row);
}

export async function withdrawReply(app: App, viewer: Viewer, { id, commentId }: { id: string; commentId: string }): Promise<Spark> {
  const sent = await store.commentById(app.db, commentId);
  if (sent?.sparkId !== id) throw new Problem('not-found', 'problem.not-found');
  allowing('comment.withdraw', await placeFacts(app.db, viewer, { own: sent.personId === viewer.personId }));
  await readSpark(app, viewer, id);
  await app.db.transact(async (tx) => {
    if (!(await store.withdrawComment(tx, commentId, app.clock.now()))) return;
    app.audit.done(tx, { at: app.clock.now(), personId: viewer.personId, action: 'spark.reply-withdrawn', thing: id });
    tx.afterCommit(() => app.topics.stale(staleBy(id)));
  });
  return readSpark(app, viewer, id);
}

function staleBy(sparkId: string): Topic[] {
  return ['wall', `spark:${sparkId}`];
}

/** The spark somebody speaks to; from now on it has been replied to. Locks its row. @throws Problem not-found or gone */
async function onTheWall(tx: Tx, id: string, personId: string, at: Date): Promise<sparks.SparkRow> {
  const spark = await sparks.markReplied(tx, id, personId, at);
  if (spark !== null) return spark;
  if ((await sparks.sparkById(tx, id)) === null) throw new Problem('not-found', 'problem.not-found');
  throw new Problem('gone', 'sparks.gone');
}

async function refreshPresent(tx: Tx, spark: sparks.SparkRow): Promise<void> {
  await sparks.setPresent(tx, spark.id, presentOf([...spark.perspectives, ...(await sparks.kindlersPerspectives(tx, spark.id))]));
}

async function fresh(app: App, row: sparks.SparkRow): Promise<sparks.SparkRow> {
  return (await sparks.sparkById(app.db, row.id)) ?? row;
}

/** Reading sparks: the wall, and one spark with everything said about it. */
import { fold } from '#shared/analysis/similarity/terms.ts';
import type { Spark, SparkCard, WallQuery } from '#shared/features/sparks/model.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import { allowing, placeFacts, type Viewer } from '../../policy/viewer.ts';
import * as replies from './replies/store.ts';
import { initiativesOf, sparkById, type SparkRow } from './store.ts';
import { cardsOf } from './wall/cards.ts';
import { wallPage } from './wall/page.ts';
import type { After, WallFilter } from './wall/store.ts';

const mostWords = 10;

/** A page of the wall, and where the next one starts. */
export async function readWall(app: App, viewer: Viewer, query: WallQuery): Promise<{ items: SparkCard[]; next: string | null }> {
  allowing('spark.read', await placeFacts(app.db, viewer));
  const filter = wallFilter(query, viewer);
  if (filter === null) return { items: [], next: null };
  const { items, next } = await wallPage(app, { filter, limit: query.limit, after: cursorFrom(query.cursor), personId: viewer.personId });
  return { items: [...items], next: next === null ? null : `${next.createdAt.getTime()}_${next.id}` };
}

/** What a query asks of the wall; null when the answer is nothing: withdrawn sparks are their author's own. */
export function wallFilter({ search, siteId, kind, state, perspective }: Omit<WallQuery, 'limit' | 'cursor'>, viewer: Viewer): WallFilter | null {
  const words = fold(search).split(/\s+/).filter(Boolean).slice(0, mostWords);
  if (state !== 'withdrawn') return { words, siteId, kind, perspective, state };
  return viewer.personId === null ? null : { words, siteId, kind, perspective, withdrawnBy: viewer.personId };
}

/** @throws Problem not-found, or gone when it was withdrawn and is not the viewer's to see */
export async function readSpark(app: App, viewer: Viewer, id: string): Promise<Spark> {
  allowing('spark.read', await placeFacts(app.db, viewer));
  const row = await sparkById(app.db, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  const maySee = row.state !== 'withdrawn' || viewer.standing === 'keeper' || (row.authorId !== null && row.authorId === viewer.personId);
  if (!maySee) throw new Problem('gone', 'sparks.gone');
  return wholeSpark(app, viewer, row);
}

/** One spark with its kindlings, replies and initiatives. */
export async function wholeSpark(app: App, viewer: Viewer, row: SparkRow): Promise<Spark> {
  const { db } = app;
  const [cards, kindlings, comments, initiatives] = await Promise.all([
    cardsOf(db, [row], { personId: viewer.personId, now: app.clock.now() }),
    replies.kindlingsOf(db, row.id),
    replies.commentsOf(db, row.id),
    initiativesOf(db, row.id),
  ]);
  const [card] = cards;
  if (card === undefined) throw new Problem('not-found', 'problem.not-found');
  const people = await faces(db, [...kindlings.map((one) => one.personId), ...comments.flatMap((one) => [one.personId, ...(one.mentions ?? [])])]);
  return {
    ...card,
    editedAt: row.editedAt?.toISOString() ?? null,
    kindlings: kindlings.map(({ sentence, line, amount, perspectives, personId, createdAt }) => ({
      sentence,
      line,
      amount,
      perspectives,
      by: labelIn(people, personId),
      mine: personId === viewer.personId,
      at: createdAt.toISOString(),
    })),
    replies: comments.map(({ id, text, personId, mentions, createdAt, withdrawnAt }) => ({
      id,
      text: withdrawnAt === null ? text : '',
      by: labelIn(people, personId),
      to: withdrawnAt === null ? (mentions ?? []).map((one) => labelIn(people, one)) : [],
      personId,
      mine: personId === viewer.personId,
      at: createdAt.toISOString(),
      withdrawn: withdrawnAt !== null,
    })),
    initiatives,
  };
}

function cursorFrom(cursor: string | undefined): After | null {
  if (cursor === undefined) return null;
  const [, at, id] = /^(-?\d{1,15})_([\w-]{10,40})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw badField('cursor', 'field.unknown');
  return { createdAt: new Date(Number(at)), id };
}

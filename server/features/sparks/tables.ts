/** Sparks and what people said about them. An unnamed spark has no author in any column. */
import { type SQL, sql, type SQLWrapper } from 'drizzle-orm';
import type { Perspective } from '#shared/features/people/model.ts';
import { helpAmount, sentence, sparkKind, sparkNameShown, sparkState } from '#shared/features/sparks/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

/** A spark that was not withdrawn; the same words in the index and in the query, or the index is not used. */
export function onTheWall(state: SQLWrapper): SQL {
  return sql`${state} <> 'withdrawn'`;
}

export function sparkTables(c: Kit) {
  const spark = c.table(
    'spark',
    {
      id: c.id(),
      kind: c.oneOf(sparkKind).notNull(),
      state: c.oneOf(sparkState).notNull(),
      title: c.text().notNull(),
      body: c.text().notNull(),
      /** Title and body folded for search. */
      searchText: c.text().notNull(),
      siteId: c.text(),
      authorId: c.text(),
      nameShown: c.oneOf(sparkNameShown).notNull(),
      /** The author's. */
      perspectives: c.json<Perspective[]>().notNull(),
      /** Perspectives of the author and of those who kindled it, each between spaces: " delivering receiving " can be filtered on both databases. */
      present: c.text().notNull(),
      /** For an unnamed spark: SHA-256 of the secret only the author's device has. */
      editSecretHash: c.text(),
      bringInId: c.text(),
      /** When another person first replied or kindled. */
      repliedAt: c.instant(),
      createdAt: c.instant().notNull(),
      editedAt: c.instant(),
    },
    (t) => [
      // Without what was withdrawn, so that a large file taken back does not lie between the reader and the first page.
      c.index('spark_wall').on(t.createdAt, t.id).where(onTheWall(t.state)),
      c.index('spark_state').on(t.state, t.createdAt, t.id),
      c.index('spark_site').on(t.siteId, t.createdAt),
      c.index('spark_bring_in').on(t.bringInId),
    ],
  );
  const ofSpark = () =>
    c
      .text()
      .notNull()
      .references(() => spark.id, { onDelete: 'cascade' });
  const kindling = c.table(
    'kindling',
    {
      sparkId: ofSpark(),
      personId: c.text().notNull(),
      sentence: c.oneOf(sentence).notNull(),
      line: c.text().notNull(),
      amount: c.oneOf(helpAmount),
      /** The kindler's site at the time, for "seen in 4 places". */
      siteId: c.text(),
      perspectives: c.json<Perspective[]>().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.sparkId, t.personId, t.sentence] })],
  );
  const sparkComment = c.table(
    'spark_comment',
    {
      id: c.id(),
      sparkId: ofSpark(),
      personId: c.text().notNull(),
      text: c.text().notNull(),
      /** Whom it is written to by name, as ids: they are shown as they show themselves. Null reads as nobody. */
      mentions: c.json<string[]>(),
      createdAt: c.instant().notNull(),
      withdrawnAt: c.instant(),
    },
    (t) => [c.index('spark_comment_spark').on(t.sparkId, t.createdAt)],
  );
  const bringIn = c.table('bring_in', {
    id: c.id(),
    personId: c.text().notNull(),
    fileName: c.text().notNull(),
    count: c.int().notNull(),
    createdAt: c.instant().notNull(),
    undoneAt: c.instant(),
  });
  /** How many unnamed sparks a person posted today, under a key that is thrown away at midnight; never beside a spark. */
  const unnamedQuota = c.table('unnamed_quota', { key: c.id(), day: c.text().notNull(), count: c.int().notNull() });
  return { spark, kindling, sparkComment, bringIn, unnamedQuota };
}

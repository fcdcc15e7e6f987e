/** Twenty thousand sparks made of what people really wrote, with kindlings and replies on a share of them. */
import type { Db } from '#server/db/db.ts';
import { presentOf, searchable } from '#server/features/sparks/wall/cards.ts';
import { perspective } from '#shared/features/people/model.ts';
import { sentences } from '#shared/features/sparks/kinds.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { type Idea, readFeedback, readPetitions } from '#tests/fixtures/ideas/read-ideas.ts';
import { seeded, type Seeded } from '#tests/helpers/seeded.ts';

export const manySparks = 20_000;
export const siteIds: readonly [string, ...string[]] = [
  'load-site-north',
  'load-site-south',
  'load-site-east',
  'load-site-west',
  'load-site-clinic',
  'load-site-centre',
];

type Row<T extends 'spark' | 'kindling' | 'sparkComment'> = Db['t'][T]['$inferInsert'];

/** Writes into a migrated database whose people are there already; the same rows every time but for the people's ids and the day. */
export async function fillWall(db: Db, personIds: readonly string[], now: Date): Promise<void> {
  const chance = seeded(20_000);
  const texts = [
    ...readPetitions().map((idea) => ({ ...idea, kind: 'idea' as const })),
    ...readFeedback().map((idea) => ({ ...idea, kind: 'need' as const })),
  ];
  const sparks = Array.from({ length: manySparks }, (_, nth) => sparkRow({ nth, texts, personIds, now, chance }));
  const kindlings = sparks.flatMap((spark) => (chance.below(10) < 3 ? kindlingRows(spark, personIds, chance) : []));
  const comments = sparks.flatMap((spark) => (chance.below(10) < 2 ? commentRows(spark, texts, personIds, chance) : []));
  await db.transact(async ({ sql, t }) => {
    await sql.insert(t.site).values(siteIds.map((id, position) => ({ id, name: id.replace('load-site-', 'The '), position })));
    for (const rows of chunks(sparks)) await sql.insert(t.spark).values(rows);
    for (const rows of chunks(kindlings)) await sql.insert(t.kindling).values(rows);
    for (const rows of chunks(comments)) await sql.insert(t.sparkComment).values(rows);
  });
}

interface Making {
  readonly nth: number;
  readonly texts: readonly (Idea & { kind: 'need' | 'idea' })[];
  readonly personIds: readonly string[];
  readonly now: Date;
  readonly chance: Seeded;
}

/** The first round of texts is as it was written; later rounds give a title the body of another text of the same kind. */
function sparkRow({ nth, texts, personIds, now, chance }: Making): Row<'spark'> {
  const text = at(texts, nth * 7);
  const round = Math.floor(nth / texts.length);
  const other = at(texts, nth * 7 + round * 601);
  const body = round === 0 || other.kind !== text.kind ? text.body : other.body;
  const mine = [at(perspective.options, chance.below(5))];
  const unnamed = chance.below(10) < 3;
  return {
    id: `load-spark-${String(nth).padStart(5, '0')}`,
    kind: text.kind,
    state: chance.below(100) < 3 ? 'lit' : 'open',
    title: text.title,
    body: body === text.title ? '' : body,
    searchText: searchable(text.title, body),
    siteId: chance.below(10) < 8 ? chance.pick(siteIds) : null,
    authorId: unnamed ? null : at(personIds, chance.below(personIds.length)),
    nameShown: unnamed ? 'unnamed' : chance.pick(['name', 'role']),
    perspectives: unnamed ? [] : mine,
    present: presentOf(unnamed ? [] : mine),
    // A year of them, so that a page is about half a day.
    createdAt: new Date(now.getTime() - Math.floor((nth * 365 * dayMs) / manySparks) - chance.below(60_000)),
  };
}

function kindlingRows(spark: Row<'spark'>, personIds: readonly string[], chance: Seeded): Row<'kindling'>[] {
  const first = chance.below(personIds.length);
  return Array.from({ length: 1 + chance.below(5) }, (_, nth) => ({
    sparkId: spark.id,
    personId: at(personIds, first + nth),
    sentence: chance.pick(sentences),
    line: chance.below(2) === 0 ? '' : 'It is the same where I work, most days after lunch.',
    siteId: chance.pick(siteIds),
    perspectives: [at(perspective.options, chance.below(5))],
    createdAt: spark.createdAt,
  }));
}

function commentRows(spark: Row<'spark'>, texts: Making['texts'], personIds: readonly string[], chance: Seeded): Row<'sparkComment'>[] {
  return Array.from({ length: 1 + chance.below(3) }, (_, nth) => ({
    id: `${spark.id}-reply-${nth}`,
    sparkId: spark.id,
    personId: at(personIds, chance.below(personIds.length)),
    text: at(texts, chance.below(texts.length)).body,
    createdAt: spark.createdAt,
  }));
}

/** Goes round the list. @throws Error when it is empty */
function at<T>(list: readonly T[], place: number): T {
  const found = list[place % list.length];
  if (found === undefined) throw new Error('an empty list has nothing at any place');
  return found;
}

/** A few hundred rows at once: SQLite takes 32,766 values in one statement. */
function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += 250) yield rows.slice(from, from + 250);
}

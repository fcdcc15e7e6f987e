/** From rows to what people see of them, a page at a time. */
import { fold } from '#shared/analysis/similarity/terms.ts';
import { perspective } from '#shared/features/people/model.ts';
import type { Sentence, SparkCard, SparkHas } from '#shared/features/sparks/model.ts';
import { daysBetween } from '#shared/lib/clock.ts';
import { say } from '#shared/words/say.ts';
import type { Reader } from '../../../db/db.ts';
import { cardOf } from '../../../faces/store.ts';
import type { SparkRow } from '../store.ts';
import * as store from './store.ts';

/** Who is looking, and when. */
export interface Looking {
  readonly personId: string | null;
  readonly now: Date;
}

/** Cards of these rows, in their order; as many queries for one row as for a hundred. */
export async function cardsOf(reader: Reader, rows: readonly SparkRow[], { personId, now }: Looking): Promise<SparkCard[]> {
  return (await cardsForAll(reader, rows, { personIds: personId === null ? [] : [personId], now }))(personId);
}

/** The same for many who look at the same rows: what all of them see is read and made once. The function gives the cards of one of them. */
export async function cardsForAll(
  reader: Reader,
  rows: readonly SparkRow[],
  { personIds, now }: { personIds: readonly string[]; now: Date },
): Promise<(personId: string | null) => SparkCard[]> {
  if (rows.length === 0) return () => [];
  const ids = rows.map((row) => row.id);
  const [cards, said] = await Promise.all([
    cardsOfAnybody(reader, rows, now),
    personIds.length === 0 ? [] : store.sentencesOf(reader, personIds, ids),
  ]);
  return (personId) => {
    const sentences = bySpark(said.filter((one) => one.personId === personId));
    return cards.map(({ row, card }) => {
      const mine = row.authorId !== null && row.authorId === personId;
      const mySentences = listOf(sentences, row).map((one) => one.sentence);
      return mine || mySentences.length > 0 ? { ...card, mine, mySentences } : card;
    });
  };
}

/** Cards as somebody sees them who wrote none of them and said nothing to any. */
async function cardsOfAnybody(reader: Reader, rows: readonly SparkRow[], now: Date): Promise<{ row: SparkRow; card: SparkCard }[]> {
  const beside = await readBeside(reader, rows);
  return rows.map((row) => ({ row, card: cardOfAnybody(row, beside, now) }));
}

function cardOfAnybody(row: SparkRow, beside: Beside, now: Date): SparkCard {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    body: row.body,
    siteId: row.siteId,
    state: row.state,
    author: authorOf(row, beside.authors),
    broughtInFrom: beside.bringIns.get(row.bringInId ?? '')?.fileName ?? null,
    perspectives: row.perspectives,
    mine: false,
    createdAt: row.createdAt.toISOString(),
    waitingDays: row.repliedAt === null ? daysBetween(beside.bringIns.get(row.bringInId ?? '')?.createdAt ?? row.createdAt, now) : null,
    has: hasOf(row, listOf(beside.said, row), listOf(beside.from, row)),
    comments: listOf(beside.replies, row)[0]?.n ?? 0,
    mySentences: [],
  };
}

type Beside = Awaited<ReturnType<typeof readBeside>>;

/** Everything a page of cards shows that is not on the sparks' own rows. */
async function readBeside(reader: Reader, rows: readonly SparkRow[]) {
  const ids = rows.map((row) => row.id);
  const bringInIds = [...new Set(rows.flatMap((row) => row.bringInId ?? []))];
  const [said, from, replies, bringIns, authors] = await Promise.all([
    store.sentenceCounts(reader, ids),
    store.kindledFrom(reader, ids),
    store.replyCounts(reader, ids),
    bringInIds.length === 0 ? [] : store.bringInsById(reader, bringInIds),
    authorsOf(reader, rows),
  ]);
  const byId = new Map(bringIns.map((one) => [one.id, one]));
  return { said: bySpark(said), from: bySpark(from), replies: bySpark(replies), bringIns: byId, authors };
}

/** Which perspectives there are, for the row's `present`. */
export function presentOf(perspectives: readonly string[]): string {
  return ` ${perspective.options.filter((one) => perspectives.includes(one)).join(' ')} `;
}

/** Words as they are searched for: lower case, without accents. */
export function searchable(title: string, body: string): string {
  return fold(`${title}\n${body}`);
}

/** How each author shows on their own sparks, by id. */
async function authorsOf(reader: Reader, rows: readonly SparkRow[]): Promise<Map<string, store.AuthorRow>> {
  const ids = [...new Set(rows.flatMap((row) => row.authorId ?? []))];
  const authors = new Map<string, store.AuthorRow>();
  if (ids.length === 0) return authors;
  for (const author of await store.authors(reader, ids)) if (!authors.has(author.id)) authors.set(author.id, author);
  return authors;
}

/** The name only where both the spark and the person show it. */
function authorOf(row: SparkRow, authors: ReadonlyMap<string, store.AuthorRow>): SparkCard['author'] {
  if (row.authorId === null) return { shown: 'unnamed' };
  const author = authors.get(row.authorId);
  if (author === undefined) return { shown: 'role', label: say('people.somebody') };
  if (row.nameShown !== 'name' || author.nameShown !== 'name')
    return { shown: 'role', label: cardOf({ ...author, nameShown: 'role' }, author.group).label };
  const { label, title } = cardOf(author, author.group);
  return { shown: 'name', personId: author.id, label, title };
}

function hasOf(row: SparkRow, said: readonly { sentence: Sentence; n: number }[], from: readonly { siteId: string | null }[]): SparkHas {
  const many = (sentence: Sentence) => said.find((one) => one.sentence === sentence)?.n ?? 0;
  const sites = new Set([row.siteId, ...from.map((one) => one.siteId)]);
  sites.delete(null);
  return {
    sentences: {
      'see-too': many('see-too'),
      'have-tried': many('have-tried'),
      'can-help': many('can-help'),
      'know-someone': many('know-someone'),
      'affects-me': many('affects-me'),
    },
    sites: sites.size,
    perspectives: perspective.options.filter((one) => row.present.includes(` ${one} `)),
  };
}

function bySpark<T extends { sparkId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.sparkId);
    if (group === undefined) groups.set(row.sparkId, [row]);
    else group.push(row);
  }
  return groups;
}

function listOf<T>(groups: ReadonlyMap<string, T[]>, row: SparkRow): readonly T[] {
  return groups.get(row.id) ?? [];
}

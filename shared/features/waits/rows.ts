/** Which rows may be shown, and drawn on which day. The limits that protect people are all here (SPEC.md, W6 to W9). */
import type { z } from 'zod';
import { batchesOf, fewestPeople } from '../../lib/batches.ts';
import type { askLevel } from '../asks/model.ts';
import type { BlockerKind } from '../system-asks/model.ts';
import { type AskWait, type Move, type News, replay } from './replay.ts';

/** One ask: what it is about, and what happened to it. */
export interface AskTrail {
  readonly id: string;
  readonly kind: BlockerKind;
  readonly moves: readonly Move[];
}

type Level = z.infer<typeof askLevel>;

/** An ask's waits in a row. */
interface InRow {
  readonly id: string;
  readonly putAt: number;
  readonly waits: readonly AskWait[];
}

export interface Row {
  readonly asks: readonly InRow[];
  /** What came before counts. */
  readonly until: number;
}

/** The row of asks of one kind, as it stood when it was last drawn. @returns null while it is held back */
export function kindRow(trails: readonly AskTrail[], kind: BlockerKind, now: number): Row | null {
  const mine = trails.filter((trail) => trail.kind === kind);
  return drawn(
    mine.flatMap((trail) => replay(trail.moves, now, false).news),
    now,
    (until) => mine.map((trail) => inRow(trail, replay(trail.moves, until, false).waits)),
  );
}

/** The row of asks while they wait at one level, for each level; null while it is held back, on its own account. Trails are read once for levels drawn on one day. */
export function levelRows(trails: readonly AskTrail[], now: number): (level: Level) => Row | null {
  const news = trails.flatMap((trail) => replay(trail.moves, now, true).news);
  const replayed = new Map<number, InRow[]>();
  function waitsAt(until: number): InRow[] {
    const known = replayed.get(until) ?? trails.map((trail) => inRow(trail, replay(trail.moves, until, true).waits));
    replayed.set(until, known);
    return known;
  }
  return (level) =>
    drawn(
      news.filter((one) => one.level === level),
      now,
      (until) => waitsAt(until).map((ask) => ({ ...ask, waits: ask.waits.filter((wait) => wait.level === level) })),
    );
}

/** Whether one row lies inside the other, and what is left between them is of a few people. Asks put since the older was drawn do not count. */
export function givesAway(one: Row, other: Row): boolean {
  const until = Math.min(one.until, other.until);
  const [left, right] = [notIn(other, one, until), notIn(one, other, until)];
  if (left.length > 0 && right.length > 0) return false;
  const people = peopleOf([...left, ...right]).size;
  return people > 0 && people < fewestPeople;
}

function notIn(row: Row, of: Row, until: number): InRow[] {
  const there = new Set(row.asks.map((ask) => ask.id));
  return of.asks.filter((ask) => ask.putAt < until && !there.has(ask.id));
}

/** Draws a row at the end of its last batch of news. Each batch is of five people, so a row is. */
function drawn(news: readonly News[], now: number, asksAt: (until: number) => readonly InRow[]): Row | null {
  const until = batchesOf(news, now).at(-1)?.until;
  if (until === undefined) return null;
  const asks = asksAt(until).filter((ask) => ask.waits.length > 0);
  return isFew(asks) ? null : { asks, until };
}

function inRow({ id, moves }: AskTrail, waits: readonly AskWait[]): InRow {
  return { id, putAt: moves[0]?.at ?? 0, waits };
}

function peopleOf(asks: readonly InRow[]): Set<string> {
  return new Set(asks.flatMap((ask) => ask.waits.flatMap((wait) => [...wait.people])));
}

/** Whether there are fewer than five waits, or somebody has a part in more than half of them. */
function isFew(asks: readonly InRow[]): boolean {
  const waits = asks.flatMap((ask) => ask.waits);
  const parts = new Map<string, number>();
  for (const wait of waits) for (const person of wait.people) parts.set(person, (parts.get(person) ?? 0) + 1);
  return waits.length < fewestPeople || Math.max(...parts.values()) * 2 > waits.length;
}

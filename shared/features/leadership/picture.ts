/** The picture of who builds on whom: dots without names, and lines. Which dot is whose can not be told from their order. */
import { eitherWay, type Network } from '../../analysis/leadership/network.ts';

export interface Line {
  readonly a: number;
  readonly b: number;
  /** Both built on each other. */
  readonly both: boolean;
}

export interface Picture {
  readonly dots: number;
  readonly lines: Line[];
}

/** How many people have so many lines; the table beside the picture. */
export interface Band {
  readonly from: number;
  /** Null: that many or more. */
  readonly to: number | null;
  readonly people: number;
}

const bandEdges = [
  [0, 0],
  [1, 2],
  [3, 5],
  [6, null],
] as const;

/** Dots stand in the order of the shape alone: the best connected first, alike ones by how their neighbours are connected. */
export function pictureOf(network: Network): Picture {
  const { ties } = eitherWay(network);
  const marks = marksOf(ties);
  const order = ties.map((_, at) => at).toSorted((a, b) => (ties[b]?.size ?? 0) - (ties[a]?.size ?? 0) || compare(marks[a], marks[b]));
  const places = new Map(order.map((person, place) => [person, place]));
  const lines = ties.flatMap((theirs, from) =>
    [...theirs.keys()].flatMap((to) => {
      const [a, b] = [places.get(from) ?? 0, places.get(to) ?? 0];
      const both = network.ties[from]?.has(to) === true && network.ties[to]?.has(from) === true;
      return a < b ? [{ a, b, both }] : [];
    }),
  );
  return { dots: network.size, lines: lines.toSorted((one, other) => one.a - other.a || one.b - other.b) };
}

export function bandsOf({ dots, lines }: Picture): Band[] {
  const counts = Array.from({ length: dots }, () => 0);
  for (const { a, b } of lines) for (const end of [a, b]) counts[end] = (counts[end] ?? 0) + 1;
  return bandEdges.map(([from, to]) => ({ from, to, people: counts.filter((count) => count >= from && (to === null || count <= to)).length }));
}

/** A mark for each dot by its neighbourhood, three steps deep (colour refinement; B. Weisfeiler and A. Leman, 1968), with sums for colours. */
function marksOf(ties: readonly ReadonlyMap<number, number>[]): number[] {
  let marks = ties.map((theirs) => theirs.size);
  for (let step = 0; step < 3; step += 1) {
    const before = marks;
    marks = ties.map((theirs, at) => {
      let around = 0;
      for (const other of theirs.keys()) around = (around + mixed(before[other] ?? 0)) >>> 0;
      return mixed((before[at] ?? 0) + Math.imul(around, 31));
    });
  }
  return marks;
}

/** Spreads a whole number over 32 bits, so that sums of different numbers differ (the finish of MurmurHash3; A. Appleby, public domain). */
function mixed(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function compare(a = 0, b = 0): number {
  return a - b;
}

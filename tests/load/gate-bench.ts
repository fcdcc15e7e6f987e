/** `gate`: what it costs to look at an update before it is applied, beside what applying it costs. */
import * as Y from 'yjs';
import { boardRoots } from '#shared/board/layout.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { editorRules } from '#server/boards/gate/board-rules.ts';
import { checkUpdate } from '#server/boards/gate/gate.ts';
import { LIVE_LIMITS, MERGE_LIMITS, type GateLimits } from '#server/boards/gate/limits.ts';
import { seeded, type Seeded } from '#tests/helpers/seeded.ts';
import type { Bench } from './bench.ts';
import { spreadOf, type Spread } from './spread.ts';

const frames = 12_000;
const everyone = { owns: () => true, mayBind: () => true };

interface Work {
  readonly what: string;
  /** The document before, and the frames that come in, in order. */
  prepare(random: Seeded): { readonly doc: Y.Doc; readonly updates: readonly Uint8Array[] };
  readonly limits: GateLimits;
  readonly rounds: number;
}

const works: readonly Work[] = [
  { what: 'typing on 20 cards', prepare: (random) => typing(20, 400, random), limits: LIVE_LIMITS, rounds: 1 },
  { what: 'typing in a text of 200,000 characters', prepare: (random) => typing(1, 200_000, random), limits: LIVE_LIMITS, rounds: 1 },
  { what: 'typing in a text of 41,700 pieces', prepare: (random) => typing(1, 0, random, 41_700), limits: LIVE_LIMITS, rounds: 1 },
  { what: '10 people typing in one text, 8 frames late', prepare: (random) => together(10, 8, random), limits: LIVE_LIMITS, rounds: 1 },
  { what: 'merges of 5,000 scattered edits', prepare: offline, limits: MERGE_LIMITS, rounds: 12 },
];

export const gateBench: Bench = {
  name: 'gate',
  what: 'checking an update before it is applied',
  run() {
    const rows = works.map((work) => {
      const { check, apply, bytes } = measure(work);
      return [work.what, String(check.count), bytes.toFixed(0), ...micros(check), ...micros(apply)];
    });
    return Promise.resolve([
      {
        title: 'The gate',
        head: ['updates', 'count', 'bytes each', 'gate p50 µs', 'p99', 'mean', 'apply p50 µs', 'p99', 'mean'],
        rows,
        notes: ['Each update is checked by the gate, then applied by Yjs to the same document, one after the other in one process.'],
      },
    ]);
  },
};

interface Costs {
  readonly check: Timed;
  readonly apply: Timed;
  readonly bytes: number;
}

type Timed = Spread & { readonly mean: number };

function measure({ prepare, limits, rounds }: Work): Costs {
  const check: number[] = [];
  const apply: number[] = [];
  let bytes = 0;
  // The first round is for the compiler.
  for (let round = 0; round <= rounds; round++) {
    const { doc, updates } = prepare(seeded(7 + round));
    for (const update of updates) {
      const start = performance.now();
      const verdict = checkUpdate(doc, update, editorRules(everyone, limits));
      const between = performance.now();
      Y.applyUpdate(doc, update);
      const end = performance.now();
      if (!verdict.ok) throw new Error(`refused: ${verdict.code} ${verdict.detail}`);
      if (round === 0) continue;
      check.push(between - start);
      apply.push(end - between);
      bytes += update.length;
    }
  }
  return { check: timed(check), apply: timed(apply), bytes: bytes / check.length };
}

function timed(times: readonly number[]): Timed {
  return { ...spreadOf(times), mean: times.reduce((sum, time) => sum + time, 0) / times.length };
}

function micros({ p50, p99, mean }: Timed): string[] {
  return [p50, p99, mean].map((time) => (time * 1_000).toFixed(time < 0.1 ? 1 : 0));
}

/** One person types, a few letters at a place, sometimes takes some back. */
function typing(cards: number, length: number, random: Seeded, pieces = 0): ReturnType<Work['prepare']> {
  const author = boardWith(cards, length, pieces);
  const doc = copyOf(author);
  author.clientID = 1_000;
  const texts = textsOf(author);
  const updates = recordingOf(author, () => {
    let text = texts[0];
    let at = 0;
    for (let edit = 0; edit < frames; edit++) {
      if (edit % 12 === 0) {
        text = texts[random.below(texts.length)];
        at = random.below((text?.length ?? 0) + 1);
      }
      if (random.below(10) === 0 && at > 0) text?.delete(--at, 1);
      else text?.insert(at++, 'e');
    }
  });
  return { doc, updates };
}

/** Several type at once, each seeing the others' letters some frames late. */
function together(people: number, late: number, random: Seeded): ReturnType<Work['prepare']> {
  const start = boardWith(1, 2_000, 0);
  const doc = copyOf(start);
  const copies = Array.from({ length: people }, (_, person) => {
    const copy = copyOf(start);
    copy.clientID = 1_000 + person;
    return copy;
  });
  const updates: Uint8Array[] = [];
  const delivered = copies.map(() => 0);
  for (let edit = 0; edit < frames; edit++) {
    const person = random.below(people);
    const copy = copies[person];
    if (copy === undefined) continue;
    for (; (delivered[person] ?? 0) < updates.length - late; delivered[person] = (delivered[person] ?? 0) + 1) {
      Y.applyUpdate(copy, updates[delivered[person] ?? 0] ?? new Uint8Array());
    }
    const text = textsOf(copy)[0];
    updates.push(...recordingOf(copy, () => text?.insert(random.below(3) === 0 ? 1_000 : text.length, 'e')));
  }
  return { doc, updates };
}

/** A day on a train. */
function offline(random: Seeded): ReturnType<Work['prepare']> {
  const author = boardWith(20, 1_000, 0);
  const doc = copyOf(author);
  author.clientID = 1_000;
  const before = Y.encodeStateVector(author);
  const texts = textsOf(author);
  for (let edit = 0; edit < 5_000; edit++) {
    const text = texts[random.below(texts.length)];
    text?.insert(random.below(text.length), 'offline words '.slice(0, 1 + random.below(13)));
  }
  return { doc, updates: [Y.encodeStateAsUpdate(author, before)] };
}

/** `pieces`: letters typed backwards, which never merge. */
function boardWith(cards: number, length: number, pieces: number): Y.Doc {
  const doc = newBoardDoc();
  doc.clientID = 2;
  const { elements } = boardRoots(doc);
  doc.transact(() => {
    for (let card = 0; card < cards; card++) {
      const text = new Y.Text('a'.repeat(length));
      elements.set(`card-number-${card}`.padEnd(21, '-'), new Y.Map<unknown>([['title', text]]));
      for (let piece = 0; piece < pieces; piece++) text.insert(0, piece % 2 === 0 ? 'x' : 'y');
    }
  });
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = newBoardDoc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function textsOf(doc: Y.Doc): Y.Text[] {
  return [...boardRoots(doc).elements.values()]
    .flatMap((card) => (card instanceof Y.Map ? [...card.values()] : []))
    .filter((value) => value instanceof Y.Text);
}

function recordingOf(doc: Y.Doc, act: () => void): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', listen);
  act();
  doc.off('update', listen);
  return updates;
}

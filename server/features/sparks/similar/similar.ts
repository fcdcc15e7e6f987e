/**
 * "Somebody noticed something like this": sparks on the wall and initiatives, also finished ones, found by their words. The index lives in
 * memory: built the first time somebody asks, in steps that let other work through; kept up to date by what happens on this server (a second
 * server on the same database hears of it when it builds its own anew); dropped when nobody has asked for ten minutes.
 */
import { setImmediate } from 'node:timers/promises';
import { addDoc, buildIndex, removeDoc, type SimilarityDoc, type SimilarityIndex } from '#shared/analysis/similarity/similarity-index.ts';
import { similarTo } from '#shared/analysis/similarity/similar-to.ts';
import type { SimilarThing } from '#shared/features/sparks/model.ts';
import type { Happening } from '../../../activity/bus.ts';
import type { App } from '../../../context.ts';
import { allowing, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { sparksAfter } from '../wall/store.ts';
import * as store from './store.ts';

const idleMs = 10 * 60_000;
const step = 200;
const mostFound = 3;
/** Sparks and initiatives share one index; this tells their ids apart. */
const initiativeMark = 'initiative:';

interface Living {
  readonly index: SimilarityIndex;
  readonly built: Promise<void>;
  /** Ids that changed while the index was being built: what the builder reads of them may be older. */
  readonly touched: Set<string>;
  readonly idle: NodeJS.Timeout;
  readonly stopListening: () => void;
}
const living = new WeakMap<App, Living>();
const renamed: ReadonlySet<Happening['what']> = new Set(['initiative.lit', 'initiative.changed', 'board.purpose-changed']);

/** Up to three things like these words, most alike first. */
export async function findSimilar(app: App, viewer: Viewer, asked: { text: string; exclude?: string | undefined }): Promise<SimilarThing[]> {
  allowing('spark.read', await placeFacts(app.db, viewer));
  if (asked.text.trim() === '') return [];
  const { index, built, idle } = living.get(app) ?? start(app);
  await built;
  idle.refresh();
  const found = similarTo(index, asked.text, { limit: mostFound, ...(asked.exclude === undefined ? {} : { exclude: [asked.exclude] }) });
  return describe(app, found);
}

/** A spark was posted, edited or brought back. */
export function learn(app: App, { id, title, body }: SimilarityDoc): void {
  change(app, id, (index) => addDoc(index, { id, title, ...(body === undefined ? {} : { body }) }));
}

/** A spark was withdrawn. */
export function unlearn(app: App, id: string): void {
  change(app, id, (index) => removeDoc(index, id));
}

/** Lets the index go; the next question builds it anew. For changes too large to follow one by one. */
export function letIndexGo(app: App): void {
  const held = living.get(app);
  if (held === undefined) return;
  living.delete(app);
  clearTimeout(held.idle);
  held.stopListening();
}

function start(app: App): Living {
  const index = buildIndex([]);
  const touched = new Set<string>();
  const stopListening = app.bus.subscribe(({ what, initiativeId }) => {
    if (initiativeId !== null && renamed.has(what))
      void relearn(app, initiativeId).catch((err: unknown) => app.log.error({ err }, 'an initiative was not learned anew'));
  });
  const built = build(app, index, touched);
  const held: Living = { index, built, touched, idle: setTimeout(() => letIndexGo(app), idleMs).unref(), stopListening };
  living.set(app, held);
  built.catch(() => letIndexGo(app)); // whoever asked is told; the next question tries again.
  return held;
}

async function build(app: App, index: SimilarityIndex, touched: ReadonlySet<string>): Promise<void> {
  const take = (doc: SimilarityDoc): void => {
    if (!touched.has(doc.id)) addDoc(index, doc);
  };
  for (const doc of await store.initiatives(app.db)) take({ ...doc, id: initiativeMark + doc.id });
  let last = '';
  for (;;) {
    const docs = await sparksAfter(app.db, last, step);
    docs.forEach(take);
    const end = docs.at(-1);
    if (end === undefined || docs.length < step) return;
    last = end.id;
    await setImmediate();
  }
}

async function relearn(app: App, initiativeId: string): Promise<void> {
  const [doc] = await store.initiatives(app.db, [initiativeId]);
  const id = initiativeMark + initiativeId;
  if (doc !== undefined) change(app, id, (index) => addDoc(index, { ...doc, id }));
}

function change(app: App, id: string, work: (index: SimilarityIndex) => void): void {
  const held = living.get(app);
  if (held === undefined) return;
  held.touched.add(id);
  work(held.index);
}

/** What was found as it is now; what was withdrawn meanwhile is left out. */
async function describe(app: App, found: readonly { id: string; score: number }[]): Promise<SimilarThing[]> {
  const marked = found.map(({ id, score }) =>
    id.startsWith(initiativeMark)
      ? { what: 'initiative' as const, id: id.slice(initiativeMark.length), score }
      : { what: 'spark' as const, id, score },
  );
  const idsOf = (what: 'spark' | 'initiative') => marked.flatMap((one) => (one.what === what ? one.id : []));
  const [sparkIds, initiativeIds] = [idsOf('spark'), idsOf('initiative')];
  const [sparks, initiatives] = await Promise.all([
    sparkIds.length === 0 ? [] : store.sparksNow(app.db, sparkIds),
    initiativeIds.length === 0 ? [] : store.initiativesNow(app.db, initiativeIds),
  ]);
  return marked.flatMap((one) => {
    const now = (one.what === 'spark' ? sparks : initiatives).find((each) => each.id === one.id);
    return now === undefined || now.state === 'withdrawn' ? [] : [{ ...one, title: now.title, state: now.state }];
  });
}

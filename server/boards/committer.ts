/** Group commit: everything waiting, of all boards, in one transaction; the next one gathers while this one is written. */
import type { Problem } from '#shared/lib/problem.ts';
import type { NewHappening } from '../activity/record.ts';
import type { Db, Tx } from '../db/db.ts';
import type { Log } from '../log/log.ts';
import { Pace, restMs } from './pace.ts';
import * as store from './store.ts';

/** One accepted edit, waiting to be durable. */
export interface Entry {
  readonly update: store.UpdateRow;
  readonly clients: readonly store.ClientRow[];
  readonly elements: readonly store.ElementRow[];
  /** The purpose as it now reads, when the edit touched it. */
  readonly purpose: { readonly text: string; readonly hash: string } | null;
  readonly news: readonly NewHappening[];
  readonly from: EntrySource;
}

/** The room an entry comes from; told of the outcome before anything else can reach it. */
export interface EntrySource {
  readonly boardId: string;
  readonly epoch: number;
  committed(entries: readonly Entry[]): void;
  /** None of these are durable; the document in memory is ahead of the log and must go. */
  failed(entries: readonly Entry[], cause: unknown): void;
}

export interface Committer {
  add(entry: Entry): void;
  /** Resolves when everything so far is durable or has failed. */
  settled(): Promise<void>;
}

/** How the committer writes news down; `record` bound to the app, so that boards need not know the app. */
export type WriteNews = (tx: Tx, news: NewHappening) => Promise<void>;

/** A disk that hangs for a moment must not be given as long a rest. */
const mostRestMs = 25;

export function makeCommitter({ db, log, writeNews, gone }: { db: Db; log: Log; writeNews: WriteNews; gone: () => Problem }): Committer {
  let waiting: Entry[] = [];
  let running = false;
  /** Who waits for the batch that is being written, and for the one that gathers. */
  let [written, gathered]: [(() => void)[], (() => void)[]] = [[], []];
  let rest = { from: 0, ms: 0 };
  const pace = new Pace();

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await takeABreath();
      const batch = waiting;
      waiting = [];
      [written, gathered] = [gathered, []];
      const began = performance.now();
      await write(groupBySource(batch));
      const now = performance.now();
      pace.note(batch.length, now);
      rest = { from: now, ms: restMs({ edits: batch.length, tookMs: now - began, perSecond: pace.perSecond(now) }) };
      for (const done of written.splice(0)) done();
    }
    running = false;
    for (const done of gathered.splice(0)) done();
  }

  /** What came in with the same turn of the event loop comes along, and what comes in during the rest. */
  function takeABreath(): Promise<void> {
    const left = rest.from + rest.ms - performance.now();
    return new Promise((resolve) => (left < 1 ? setImmediate(resolve) : setTimeout(resolve, Math.min(left, mostRestMs))));
  }

  async function write(bySource: readonly Group[]): Promise<void> {
    if (await tryAll(bySource)) return;
    // One board's trouble must not cost the others: alone, each stands or falls by itself.
    for (const one of bySource) if (bySource.length === 1 || !(await tryAll([one]))) fail(one);
  }

  async function tryAll(groups: readonly Group[]): Promise<boolean> {
    try {
      await db.transact((tx) => writeGroups(tx, groups, writeNews, gone));
    } catch (err) {
      log.error({ err, boards: groups.map(([source]) => source.boardId) }, 'a board commit failed');
      lastCause = err;
      return false;
    }
    for (const [source, entries] of groups) source.committed(entries);
    return true;
  }

  let lastCause: unknown = null;
  function fail([source, entries]: Group): void {
    const behind = waiting.filter((entry) => entry.from === source);
    waiting = waiting.filter((entry) => entry.from !== source);
    source.failed([...entries, ...behind], lastCause);
  }

  return {
    add(entry) {
      waiting.push(entry);
      if (running) return;
      running = true;
      void run();
    },
    settled: () => (running ? new Promise((resolve) => (waiting.length > 0 ? gathered : written).push(resolve)) : Promise.resolve()),
  };
}

type Group = readonly [EntrySource, readonly Entry[]];

function groupBySource(batch: readonly Entry[]): Group[] {
  const groups = new Map<EntrySource, Entry[]>();
  for (const entry of batch) {
    const group = groups.get(entry.from);
    if (group === undefined) groups.set(entry.from, [entry]);
    else group.push(entry);
  }
  return [...groups];
}

async function writeGroups(tx: Tx, groups: readonly Group[], writeNews: WriteNews, gone: () => Problem): Promise<void> {
  const entries = groups.flatMap(([, group]) => group);
  for (const [{ boardId, epoch }, group] of groups) {
    const end = group.at(-1)?.update.seq ?? 0;
    if (!(await store.moveEnd(tx, boardId, epoch, end))) throw gone();
    const purpose = group.findLast((entry) => entry.purpose !== null);
    if (purpose?.purpose) await store.putPurpose(tx, boardId, purpose.purpose.text, purpose.purpose.hash, purpose.update.createdAt);
  }
  await store.appendUpdates(
    tx,
    entries.map((entry) => entry.update),
  );
  await store.bindClients(
    tx,
    entries.flatMap((entry) => entry.clients),
  );
  await store.putElements(tx, latest(entries.flatMap((entry) => entry.elements)));
  for (const entry of entries) for (const news of entry.news) await writeNews(tx, news);
}

/** One row an element: as the last edit left it, added by whoever came first. */
function latest(rows: readonly store.ElementRow[]): store.ElementRow[] {
  const kept = new Map<string, store.ElementRow>();
  for (const row of rows) {
    const key = `${row.boardId}/${row.elementId}`;
    const first = kept.get(key);
    kept.set(key, first === undefined ? row : { ...row, addedBy: first.addedBy, addedAt: first.addedAt });
  }
  return [...kept.values()];
}

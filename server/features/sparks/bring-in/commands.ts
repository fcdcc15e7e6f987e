/** Bringing in sparks that people already have in a file: look first, then all good rows or none, and one step back. */
import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { guessColumns } from '#shared/features/sparks/bring-in/guess-columns.ts';
import { openPreview, sparkKey, type Preview } from '#shared/features/sparks/bring-in/preview-rows.ts';
import type { SparkDraft } from '#shared/features/sparks/bring-in/read-row.ts';
import type { SparkColumns } from '#shared/features/sparks/bring-in/sheet.ts';
import type { BringIn, bringInFile, BringInPreview } from '#shared/features/sparks/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import { record } from '../../../activity/record.ts';
import type { App } from '../../../context.ts';
import type { Tx } from '../../../db/db.ts';
import { allowing, personOf, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { parseFile } from '../parse-file.ts';
import { letIndexGo } from '../similar/similar.ts';
import type { NewSpark } from '../store.ts';
import { presentOf, searchable } from '../wall/cards.ts';
import { sparksAfter } from '../wall/store.ts';
import * as store from './store.ts';

type File = z.output<typeof bringInFile>;

const mostBadShown = 500;
const mostIdentifyingShown = 100;
const sampleSize = 5;
const batch = 250;

export async function previewBringIn(app: App, viewer: Viewer, file: File): Promise<BringInPreview> {
  allowing('spark.bring-in', await placeFacts(app.db, viewer));
  const { headers, columns, good, bad } = await readFile(app, file);
  return {
    headers: [...headers],
    columns,
    good: good.length,
    sample: good.slice(0, sampleSize).map(({ title, body, kind, site, created }) => ({ title, body, kind, site, created })),
    bad: bad.slice(0, mostBadShown).map(({ row, field, code, value }) => ({ row, field, reason: `bringIn.${code}`, value })),
    badCount: bad.length,
    mayIdentify: good
      .filter((draft) => draft.mayIdentify)
      .slice(0, mostIdentifyingShown)
      .map((draft) => draft.row),
  };
}

/** The same id again answers the same again. @throws Problem invalid when no row is good; conflict when the id is somebody else's */
export async function bringIn(app: App, viewer: Viewer, { id, ...file }: File & { id: string }): Promise<BringIn> {
  allowing('spark.bring-in', await placeFacts(app.db, viewer));
  const personId = personOf(viewer);
  const before = await store.bringInById(app.db, id);
  if (before !== null) return sameOrThrow(before, viewer);
  const { good } = await readFile(app, file);
  if (good.length === 0) return broughtInMeanwhile(app, viewer, id, new Problem('invalid', 'sparks.no-good-rows'));
  const row = { id, personId, fileName: file.name, count: good.length, createdAt: app.clock.now(), undoneAt: null };
  const isNew = await app.db.transact(async (tx) => {
    if (!(await store.addBringIn(tx, row))) return false;
    await addAll(
      tx,
      good.map((draft, at) => rowOf(app, row, draft, at)),
    );
    await record(app, tx, { what: 'sparks.brought-in', thing: id, initiativeId: null, personId, values: { number: good.length }, topics: ['wall'] });
    tx.afterCommit(() => letIndexGo(app));
    return true;
  });
  return isNew ? shown(row, viewer) : broughtInMeanwhile(app, viewer, id, new Problem('conflict', 'problem.conflict'));
}

/** The same request, sent twice, may have been carried out while this one read its file. */
async function broughtInMeanwhile(app: App, viewer: Viewer, id: string, otherwise: Problem): Promise<BringIn> {
  const row = await store.bringInById(app.db, id);
  if (row === null) throw otherwise;
  return sameOrThrow(row, viewer);
}

export async function listBringIns(app: App, viewer: Viewer): Promise<{ items: BringIn[] }> {
  allowing('spark.bring-in', await placeFacts(app.db, viewer));
  return { items: (await store.bringIns(app.db)).map((row) => shown(row, viewer)) };
}

/** Withdraws every spark that came with it, whatever became of it since. Undoing twice undoes once. */
export async function undoBringIn(app: App, viewer: Viewer, id: string): Promise<BringIn> {
  const row = await store.bringInById(app.db, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  allowing('spark.bring-in-undo', await placeFacts(app.db, viewer, { own: row.personId === viewer.personId }));
  const at = app.clock.now();
  const undone = await app.db.transact(async (tx) => {
    if (!(await store.undo(tx, id, at))) return false;
    await record(app, tx, { what: 'sparks.bring-in-undone', thing: id, initiativeId: null, personId: viewer.personId, topics: ['wall'] });
    tx.afterCommit(() => letIndexGo(app));
    return true;
  });
  return shown(undone ? { ...row, undoneAt: at } : ((await store.bringInById(app.db, id)) ?? row), viewer);
}

async function readFile(app: App, file: File): Promise<Preview & { headers: readonly string[]; columns: SparkColumns }> {
  const parsed = await parseFile(file.content);
  const columns = file.columns ?? guessColumns(parsed.headers);
  const sites = await store.sites(app.db);
  const today = app.clock.now().toISOString().slice(0, 10);
  const preview = openPreview(parsed.headers, columns, { sites, existing: await keysOnTheWall(app), today });
  for (const [at, row] of parsed.rows.entries()) {
    preview.take(row);
    if (at % batch === batch - 1) await setImmediate();
  }
  const bad = [...parsed.bad, ...preview.bad].sort((a, b) => a.row - b.row);
  return { headers: parsed.headers, columns, good: preview.good, bad };
}

async function keysOnTheWall(app: App): Promise<Set<string>> {
  const found = new Set<string>();
  let last = '';
  for (;;) {
    const sparks = await sparksAfter(app.db, last, batch);
    for (const { title, body } of sparks) found.add(sparkKey(title, body));
    const end = sparks.at(-1);
    if (end === undefined || sparks.length < batch) return found;
    last = end.id;
    await setImmediate();
  }
}

/** Other work of the server goes on between batches; other writers wait for the whole of it. */
async function addAll(tx: Tx, rows: NewSpark[]): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) {
    await store.addSparks(tx, rows.slice(at, at + batch));
    await setImmediate();
  }
}

/** The words are whoever's the file says, not the importer's: there is no author. A millisecond apart, so that the wall keeps the file's order. */
function rowOf(app: App, bringIn: store.BringInRow, { title, body, kind, siteId, created }: SparkDraft, at: number): NewSpark {
  const written = created === null ? bringIn.createdAt : new Date(`${created}T12:00:00Z`);
  return {
    id: app.newId(),
    kind,
    state: 'open',
    title,
    body,
    searchText: searchable(title, body),
    siteId,
    nameShown: 'unnamed',
    perspectives: [],
    present: presentOf([]),
    bringInId: bringIn.id,
    createdAt: new Date(written.getTime() - at),
  };
}

function sameOrThrow(row: store.BringInRow, viewer: Viewer): BringIn {
  if (row.personId !== viewer.personId) throw new Problem('conflict', 'problem.conflict');
  return shown(row, viewer);
}

function shown({ id, fileName, createdAt, count, undoneAt, personId }: store.BringInRow, viewer: Viewer): BringIn {
  return { id, fileName, at: createdAt.toISOString(), count, undoneAt: undoneAt?.toISOString() ?? null, mine: personId === viewer.personId };
}

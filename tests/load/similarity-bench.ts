// How good, how fast and how big "similar sparks" is, on a folder of real texts that is not part of the repository:
//   npx tsx tests/load/similarity-bench.ts FOLDER
// FOLDER holds petitions_full.ndjson, duplicate_pairs.ndjson, duplicate_clusters.json, petition_titles.ndjson and
// nhs_feedback_improve.ndjson (see tests/fixtures/ideas/README.md). Add --expose-gc to node for exact memory.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { defaultMinScore, similarTo } from '#shared/analysis/similarity/similar-to.ts';
import { addDoc, buildIndex, removeDoc, type SimilarityDoc } from '#shared/analysis/similarity/similarity-index.ts';
import { clusterHits, type HitRates } from '#tests/fixtures/ideas/cluster-hits.ts';

const docSchema = z.object({ id: z.string(), title: z.string(), body: z.string() });
const pairSchema = z.object({ duplicate: z.string() });
const many = 50_000;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder that holds the texts.');
const petitions = readLines('petitions_full.ndjson', docSchema);
const feedback = readLines('nhs_feedback_improve.ndjson', docSchema);
quality();
await speed();

function quality(): void {
  const clusters = z.array(z.array(z.string())).parse(JSON.parse(readFileSync(path.join(folder ?? '', 'duplicate_clusters.json'), 'utf8')));
  const duplicates = readLines('duplicate_pairs.ndjson', pairSchema).map((pair) => pair.duplicate);
  const task = { docs: petitions, clusters, duplicates };
  say('ranking, title only', rates(clusterHits({ ...task, withBody: false, minScore: 0 })));
  say('ranking, title and body', rates(clusterHits({ ...task, withBody: true, minScore: 0 })));
  say('as shown, title only', rates(clusterHits({ ...task, withBody: false, minScore: defaultMinScore })));
  say('as shown, title and body', rates(clusterHits({ ...task, withBody: true, minScore: defaultMinScore })));
  const index = buildIndex(petitions);
  const shown = feedback.filter(({ body }) => similarTo(index, body).length > 0).length;
  say('texts of another field that get a suggestion', `${((100 * shown) / feedback.length).toFixed(1)} %`);
}

async function speed(): Promise<void> {
  const docs = manyDocs();
  const before = heapMegabytes();
  const started = performance.now();
  const index = buildIndex(docs);
  say('build', `${docs.length} documents in ${(performance.now() - started).toFixed(0)} ms`);
  say('memory of the index', `${(heapMegabytes() - before).toFixed(0)} MB with ${index.postings.size} terms`);
  const queries = docs.filter((_, at) => at % 100 === 0);
  say('suggestion, title', await percentiles(queries.map((doc) => () => similarTo(index, doc.title))));
  say('suggestion, title and body', await percentiles(queries.map((doc) => () => similarTo(index, `${doc.title}\n${doc.body ?? ''}`))));
  say('suggestion, typing errors', await percentiles(queries.map((doc) => () => similarTo(index, misspell(doc.title)))));
  say('add', await percentiles(queries.map((doc, at) => () => addDoc(index, { ...doc, id: `new-${at}` }))));
  say('remove', await percentiles(queries.map((_, at) => () => removeDoc(index, `new-${at}`))));
}

/** Every document has a title and a body, so this is heavier than a wall of sparks. */
function manyDocs(): SimilarityDoc[] {
  const titles = [...petitions, ...readLines('petition_titles.ndjson', docSchema), ...feedback].map((doc) => doc.title);
  const bodies = [...petitions, ...feedback].map((doc) => doc.body);
  return Array.from({ length: many }, (_, at) => ({
    id: `doc-${at}`,
    title: titles[(at * 7) % titles.length] ?? '',
    body: bodies[(at * 11) % bodies.length] ?? '',
  }));
}

function misspell(title: string): string {
  return title.replace(/(\p{L})(\p{L})(\p{L}{3})/gu, '$2$1$3');
}

async function percentiles(calls: readonly (() => void)[]): Promise<string> {
  const times: number[] = [];
  for (const call of calls) {
    const started = performance.now();
    call();
    times.push(performance.now() - started);
    if (times.length % 50 === 0) await new Promise(setImmediate);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (${times.length} calls)`;
}

function heapMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

function readLines<T extends z.ZodType>(name: string, schema: T): z.infer<T>[] {
  const text = readFileSync(path.join(folder ?? '', name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

function rates(hits: HitRates): string {
  return `hit@1 ${hits.at1.toFixed(3)}, hit@3 ${hits.at3.toFixed(3)}, hit@5 ${hits.at5.toFixed(3)} of ${hits.queries}`;
}

function say(what: string, figure: string): void {
  process.stdout.write(`${what}: ${figure}\n`);
}

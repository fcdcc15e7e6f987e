// Sums what a first visit downloads: the scripts reachable from the page's entry, from the first route and from the line to the server that opens after the
// first paint, gzipped. `npm run size` after `npm run build`.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const budgetKb = 180;
const firstVisit = ['index.html', 'features/sparks/wall-page.tsx', 'realtime/connection.ts'];
const dist = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));

const chunks = reachable(firstVisit);
const scripts = ['first-paint.js', ...chunks.map((key) => manifest[key].file)].map(weigh).sort((a, b) => b.gzip - a.gzip);
const styles = [...new Set(chunks.flatMap((key) => manifest[key].css ?? []))].map(weigh);
const total = scripts.reduce((sum, one) => sum + one.gzip, 0);

for (const one of scripts) print(one);
for (const one of styles) print(one);
process.stdout.write(
  `\nscripts of the first route: ${kb(total)} kB gz (${kb(scripts.reduce((sum, one) => sum + one.brotli, 0))} kB br) of ${budgetKb} kB\n`,
);
if (total > budgetKb * 1000) {
  process.stderr.write(`over the budget by ${kb(total - budgetKb * 1000)} kB\n`);
  process.exitCode = 1;
}

const withZod = scripts.filter((one) => one.zod);
if (withZod.length > 0) {
  process.stderr.write(
    `zod (25 kB) is in ${withZod.map((one) => one.file).join(', ')}: something imports a schema, not its type, where people wait for the page\n`,
  );
  process.exitCode = 1;
}

/** Keys of the manifest: these and everything they import statically. */
function reachable(keys, found = new Set()) {
  for (const key of keys) {
    if (found.has(key)) continue;
    if (!manifest[key]) throw new Error(`the build has no ${key}: has the first route moved?`);
    found.add(key);
    reachable(manifest[key].imports ?? [], found);
  }
  return [...found];
}

function weigh(file) {
  const bytes = readFileSync(path.join(dist, file));
  return { file, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length, zod: bytes.includes('$ZodError') };
}

function print({ file, gzip, brotli }) {
  process.stdout.write(`${kb(gzip).padStart(7)} kB gz ${kb(brotli).padStart(7)} kB br  ${file}\n`);
}

function kb(bytes) {
  return (bytes / 1000).toFixed(1);
}

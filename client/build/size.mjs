// Sums what a first visit downloads: the scripts reachable from the page's entry and from the first route, gzipped. `npm run size` after `npm run build`.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const budgetKb = 180;
const firstRoute = 'features/sparks/wall-page.tsx';
const dist = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));

const chunks = reachable(['index.html', firstRoute]);
const scripts = ['colour-scheme.js', ...chunks.map((key) => manifest[key].file)].map(weigh).sort((a, b) => b.gzip - a.gzip);
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
  return { file, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

function print({ file, gzip, brotli }) {
  process.stdout.write(`${kb(gzip).padStart(7)} kB gz ${kb(brotli).padStart(7)} kB br  ${file}\n`);
}

function kb(bytes) {
  return (bytes / 1000).toFixed(1);
}

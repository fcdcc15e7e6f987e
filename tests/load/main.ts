/**
 * `npm run load`: measures and prints tables. `npm run load wall engine` runs only those, `npm run load -- --seconds 3 wall` takes less time for each figure.
 * Benchmarks are no tests: nothing fails when a figure is missed, the table says so.
 */
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { cloneBench } from './browser/clone.ts';
import { firstEditBench } from './browser/first-edit.ts';
import { firstPageBench } from './browser/first-page.ts';
import { tenBrowsersBench } from './browser/ten-browsers.ts';
import { engineBenches } from './engine/engine.ts';
import { gateBench } from './gate-bench.ts';
import { idleBench } from './idle.ts';
import { machineLine } from './machine.ts';
import { mirrorBench } from './mirror-bench.ts';
import { drawTable } from './table.ts';
import { waitsBench } from './waits-bench.ts';
import { wallBench } from './wall/wall.ts';

const benches: readonly Bench[] = [
  cloneBench,
  firstPageBench,
  firstEditBench,
  tenBrowsersBench,
  wallBench,
  idleBench,
  gateBench,
  mirrorBench,
  waitsBench,
  ...engineBenches,
];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string', default: '10' } } });
const groups: Readonly<Record<string, readonly string[]>> = { engine: engineBenches.map(({ name }) => name) };
const wanted = positionals.flatMap((name) => groups[name] ?? [name]);
const unknown = wanted.filter((name) => benches.every((bench) => bench.name !== name));
if (unknown.length > 0) {
  const known = benches.map((bench) => `  ${bench.name}: ${bench.what}`).join('\n');
  throw new Error(`There is no benchmark ${unknown.join(', ')}. There are:\n${known}`);
}

print(`npm run load ${process.argv.slice(2).join(' ')}`.trim());
print(`${machineLine()}\n`);
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  for (const table of await bench.run({ seconds: Number(values.seconds) })) print(drawTable(table));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** `idle`: what the server weighs when it has filled the demo place and nobody does anything. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench } from './bench.ts';
import { type Served, serve } from './served.ts';
import { verdict } from './table.ts';

const mostMb = 150;

export const idleBench: Bench = {
  name: 'idle',
  what: 'memory of the server at rest, with the demo place',
  async run({ seconds }) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
    try {
      const first = await resting({ dataDir, seconds, when: 'first start' });
      const second = await resting({ dataDir, seconds, when: 'second start' });
      return [
        {
          title: 'Memory at rest, MB',
          head: ['when', 'resident', 'JavaScript', 'its heap', 'buffers and other outside', 'resident must be'],
          rows: [...first, ...second],
          notes: [
            'Resident is what the system counts (RSS), the code of Node itself included. The first start fills the demo place, the second finds it.',
          ],
        },
      ];
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

async function resting({ dataDir, seconds, when }: { dataDir: string; seconds: number; when: string }): Promise<string[][]> {
  const served = await serve({ dataDir, demo: true });
  try {
    const restFor = seconds * 6;
    const rows = [await row(served, `${when}, at once`)];
    await new Promise((resolve) => setTimeout(resolve, restFor * 1000));
    return [...rows, await row(served, `${when}, after ${restFor} s`)];
  } finally {
    await served.end();
  }
}

async function row(served: Served, when: string): Promise<string[]> {
  const resident = served.rss();
  const { heapUsed, heapTotal, external } = await served.memory();
  return [when, mb(resident), mb(heapUsed), mb(heapTotal), mb(external), verdict(Math.round(resident / 1e6), mostMb, 'MB')];
}

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

/** `wall`: a wall of 20,000 real texts, read by 50 people at once, on both databases. */
import { Agent } from 'node:http';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Dialect } from '#server/db/db.ts';
import { openDb } from '#server/db/open.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';
import { signUp } from '#tests/helpers/somebody.ts';
import type { Bench, BenchOptions } from '../bench.ts';
import { dialects, freshDatabase } from '../fresh-database.ts';
import { type Served, serve } from '../served.ts';
import { ms, spreadOf } from '../spread.ts';
import { type Table, verdict } from '../table.ts';
import { fillWall, manySparks, siteIds } from './fill-wall.ts';
import { ask, readAtOnce } from './readers.ts';

const manyReaders = 50;
const mostMs = 50;
const page = z.object({ items: z.array(z.unknown()), next: z.string().nullable() });

interface Question {
  readonly what: string;
  address(reader: number, turn: number): string;
  readonly pauseMs?: number;
  /** Held to the bound. */
  readonly must?: boolean;
}

export const wallBench: Bench = {
  name: 'wall',
  what: `the wall with ${manySparks.toLocaleString('en')} sparks, ${manyReaders} readers`,
  async run(options) {
    const tables: Table[] = [];
    for (const dialect of dialects) tables.push(await onDatabase(dialect, options));
    return tables;
  },
};

async function onDatabase(dialect: Dialect, { seconds }: BenchOptions): Promise<Table> {
  const database = await freshDatabase(dialect);
  try {
    const served = await serve({ dataDir: database.dataDir, database: database.address });
    try {
      const cookies = await peopleAndTheirWall(served, database.address);
      const rows: string[][] = [];
      for (const question of await questions(served, cookies)) rows.push(await measure(served, cookies, question, seconds));
      return {
        title: `The wall, ${manySparks.toLocaleString('en')} sparks, ${manyReaders} signed-in readers at once, ${dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`,
        head: ['GET /api/v1/sparks', 'p50 ms', 'p95 ms', 'p99 ms', 'answers/s', 'server CPU ms each', 'kB each', 'p95 must be'],
        rows,
        notes: ['Readers, server and database share the machine. Without a pause a reader asks again the moment it is answered.'],
      };
    } finally {
      await served.end();
    }
  } finally {
    await database.drop();
  }
}

/** @returns a Cookie header for each reader */
async function peopleAndTheirWall(served: Served, address: string): Promise<string[]> {
  const people = [];
  for (let nth = 0; nth < manyReaders; nth++) people.push(await signUp(served.url, `Reader ${nth}`));
  const db = await openDb(address, path.join(rootFolder, 'drizzle'));
  try {
    await fillWall(
      db,
      people.map((person) => person.personId),
      new Date(),
    );
    // PostgreSQL would do so by itself within a minute.
    if (db.dialect === 'postgres') await db.maintain(sql`analyze`);
  } finally {
    await db.close();
  }
  return people.map((person) => person.cookie());
}

async function questions(served: Served, [cookie = '']: readonly string[]): Promise<Question[]> {
  const agent = new Agent();
  const first = page.parse(JSON.parse((await ask(agent, `${served.url}/api/v1/sparks`, cookie)).toString()));
  agent.destroy();
  if (first.items.length !== 30 || first.next === null) throw new Error('the first page is not full');
  const next = encodeURIComponent(first.next);
  const words = ['parking', 'waiting', 'nurse', 'food', 'petition'];
  return [
    { what: 'first page', address: () => '/api/v1/sparks', must: true },
    { what: 'first page, each looks 2 s', address: () => '/api/v1/sparks', pauseMs: 2000, must: true },
    { what: 'second page', address: () => `/api/v1/sparks?cursor=${next}` },
    { what: 'of one site', address: (reader, turn) => `/api/v1/sparks?siteId=${siteIds[(reader + turn) % siteIds.length] ?? ''}` },
    { what: 'needs only', address: () => '/api/v1/sparks?kind=need' },
    { what: 'lit ones', address: () => '/api/v1/sparks?state=lit' },
    { what: 'one perspective', address: () => '/api/v1/sparks?perspective=receiving' },
    { what: 'search, one word', address: (reader, turn) => `/api/v1/sparks?search=${words[(reader + turn) % words.length] ?? ''}` },
    { what: 'search, two words, rare', address: () => '/api/v1/sparks?search=starlink+pollution' },
    {
      what: 'search, each looks 2 s',
      address: (reader, turn) => `/api/v1/sparks?search=${words[(reader + turn) % words.length] ?? ''}`,
      pauseMs: 2000,
    },
  ];
}

async function measure(served: Served, cookies: readonly string[], question: Question, seconds: number): Promise<string[]> {
  const asking = { url: served.url, cookies, address: question.address };
  await readAtOnce({ ...asking, seconds: Math.min(2, seconds) });
  const cpuBefore = served.cpuMs();
  const { times, seconds: took, bytes } = await readAtOnce({ ...asking, seconds, pauseMs: question.pauseMs ?? 0 });
  const cpuAfter = served.cpuMs();
  const spread = spreadOf(times);
  const cpu = cpuBefore === null || cpuAfter === null ? '' : ((cpuAfter - cpuBefore) / spread.count).toFixed(2);
  return [
    question.what,
    ms(spread.p50),
    ms(spread.p95),
    ms(spread.p99),
    (spread.count / took).toFixed(0),
    cpu,
    (bytes / spread.count / 1000).toFixed(1),
    question.must === true ? verdict(spread.p95, mostMs, 'ms') : '',
  ];
}

/** The leadership mirror of a large, busy team: from the rows to what goes out. */
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Db } from '#server/db/db.ts';
import { openDb } from '#server/db/open.ts';
import { readTeamRecord } from '#server/features/leadership/team-record.ts';
import { mirrorsOf } from '#shared/features/leadership/mirror.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { anInitiative, began } from '#tests/helpers/an-initiative.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';
import { seeded } from '#tests/helpers/seeded.ts';
import type { Bench } from './bench.ts';
import { dialects, freshDatabase } from './fresh-database.ts';
import { ms, spreadOf } from './spread.ts';
import { verdict } from './table.ts';

const people = Array.from({ length: 200 }, (_, at) => `bench-person-${at}`);
const acts = 20_000;
const year = 365;
const most = 200;

export const mirrorBench: Bench = {
  name: 'mirror',
  what: `the leadership mirror of ${people.length} people and ${acts} acts`,
  async run({ seconds }) {
    const rows: string[][] = [];
    for (const dialect of dialects) {
      const fresh = await freshDatabase(dialect);
      const db = await openDb(fresh.address, path.join(rootFolder, 'drizzle'));
      const times = await timed(db, await aBusyTeam(db), seconds);
      const { p50, p95, max, count } = spreadOf(times);
      rows.push([dialect, String(count), ms(p50), ms(p95), ms(max), verdict(p95, most, 'ms')]);
      await db.close();
      await fresh.drop();
    }
    return [{ title: 'Leadership mirror', head: ['database', 'times', 'p50 ms', 'p95 ms', 'max ms', 'p95'], rows }];
  },
};

async function timed(db: Db, id: string, seconds: number): Promise<number[]> {
  const now = began.getTime() + year * dayMs;
  const times: number[] = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    const started = performance.now();
    const { near } = mirrorsOf(await readTeamRecord(db, id), now);
    times.push(performance.now() - started);
    if (near.state !== 'shown') throw new Error(`the mirror is ${near.state}`);
  }
  return times;
}

async function aBusyTeam(db: Db): Promise<string> {
  const chance = seeded(1);
  const initiativeId = await anInitiative(db, { team: Object.fromEntries(people.map((personId) => [personId, 'member'])) });
  await db.transact(async ({ sql, t }) => {
    for (let from = 0; from < acts; from += 500) {
      const some = Array.from({ length: 500 }, (_, at) => {
        const what = (from + at) % 3 === 0 ? 'board.element-added' : 'board.element-changed';
        const elementId = `bench-card-${chance.below(400)}`;
        const happened = new Date(began.getTime() + ((from + at) / acts) * year * dayMs);
        return {
          at: happened,
          what,
          initiativeId,
          personId: people[chance.below(people.length)] ?? '',
          elementId,
          values: { kind: 'lesson', state: 'true-now', title: 'What we learned' },
        };
      });
      await sql.insert(t.activity).values(some);
    }
  });
  return initiativeId;
}

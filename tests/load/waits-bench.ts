/** How long asks wait in a large place: what a reader of `/waits` waits for, the first of a week and every other. */
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Db } from '#server/db/db.ts';
import { openDb } from '#server/db/open.ts';
import { freshAsk } from '#server/features/asks/store.ts';
import { makeWaits } from '#server/features/waits/kept.ts';
import { askLevels } from '#shared/features/asks/answers.ts';
import { blockerKind } from '#shared/features/system-asks/model.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { anInitiative, began } from '#tests/helpers/an-initiative.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';
import { seeded } from '#tests/helpers/seeded.ts';
import type { Bench } from './bench.ts';
import { dialects, freshDatabase } from './fresh-database.ts';
import { ms, spreadOf } from './spread.ts';
import { verdict } from './table.ts';

const people = Array.from({ length: 500 }, (_, at) => `bench-person-${at}`);
const asks = 20_000;
const year = 365;
const mostFirst = 1000;
const mostLater = 20;

export const waitsBench: Bench = {
  name: 'waits',
  what: `how long ${asks} asks of ${people.length} people wait`,
  async run({ seconds }) {
    const rows: string[][] = [];
    for (const dialect of dialects) {
      const fresh = await freshDatabase(dialect);
      const db = await openDb(fresh.address, path.join(rootFolder, 'drizzle'));
      await aYearOfAsks(db);
      rows.push(rowOf(dialect, 'the first of a week', await timed(db, seconds, true), mostFirst));
      rows.push(rowOf(dialect, 'every other', await timed(db, seconds, false), mostLater));
      await db.close();
      await fresh.drop();
    }
    return [{ title: 'How long asks wait', head: ['database', 'reader', 'times', 'p50 ms', 'p95 ms', 'max ms', 'p95'], rows }];
  },
};

function rowOf(dialect: string, reader: string, times: number[], most: number): string[] {
  const { p50, p95, max, count } = spreadOf(times);
  return [dialect, reader, String(count), ms(p50), ms(p95), ms(max), verdict(p95, most, 'ms')];
}

async function timed(db: Db, seconds: number, first: boolean): Promise<number[]> {
  const now = new Date(began.getTime() + year * dayMs);
  const kept = makeWaits();
  await kept.read(db, now);
  const times: number[] = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    const started = performance.now();
    const { kinds } = await (first ? makeWaits() : kept).read(db, now);
    times.push(performance.now() - started);
    if (kinds.length !== blockerKind.options.length) throw new Error(`${kinds.length} kinds are shown`);
  }
  return times;
}

/** Each is put, most are answered days later, some are handed over or taken one level up on the way. */
async function aYearOfAsks(db: Db): Promise<void> {
  const chance = seeded(1);
  const initiativeId = await anInitiative(db);
  const one = <T>(of: readonly T[]): T => of[chance.below(of.length)] as T; // never empty
  await db.transact(async ({ sql, t }) => {
    for (let from = 0; from < asks; from += 250) {
      const rows = Array.from({ length: 250 }, (_, at) => {
        const id = `bench-ask-${from + at}`;
        const createdAt = new Date(began.getTime() + ((from + at) / asks) * year * dayMs);
        const put = {
          id,
          initiativeId,
          elementId: 'bench-card',
          personId: one(people),
          level: one(askLevels),
          askedBy: one(people),
          message: 'Could you?',
        };
        return { ...freshAsk({ ...put, createdAt }), blockerKind: one(blockerKind.options) };
      });
      const steps = rows.flatMap(({ id, personId, level, askedBy, createdAt }) => {
        const step = (what: 'put' | 'handed-over' | 'answered', days: number, more: object) => ({
          id: `${id}-${what}`,
          askId: id,
          what,
          at: new Date(createdAt.getTime() + days * dayMs),
          personId,
          line: '',
          office: '',
          ...more,
        });
        const days = chance.below(30);
        const moved = chance.below(4) === 0 ? [step('handed-over', days, { toPersonId: one(people) })] : [];
        const answered = chance.below(5) === 0 ? [] : [step('answered', days + chance.below(20), { answer: 'will' })];
        return [step('put', 0, { personId: askedBy, toPersonId: personId, level }), ...moved, ...answered];
      });
      await sql.insert(t.ask).values(rows);
      await sql.insert(t.askStep).values(steps);
    }
  });
}

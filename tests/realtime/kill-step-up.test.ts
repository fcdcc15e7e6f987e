/** SIGKILL between any two writes of a step one level up: it happens whole or not at all, and never twice. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '#server/db/db.ts';
import { openDb } from '#server/db/open.ts';
import { addAsk, freshAsk } from '#server/features/asks/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';

const total = 4;
const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-'));
const open = () => openDb(path.join(dataDir, 'kindling.sqlite'), path.join(rootFolder, 'drizzle'));
let dev = '';
let mei = '';
let ruth = '';

beforeAll(async () => {
  const db = await open();
  [dev, mei, ruth] = [await aPerson(db, 'Dev'), await aPerson(db, 'Mei'), await aPerson(db, 'Ruth')];
  const amina = await aPerson(db, 'Amina');
  const initiativeId = await anInitiative(db, { team: { [ruth]: 'co-owner', [amina]: 'member' } });
  await db.transact(async (tx) => {
    for (let n = 0; n < total; n++) {
      const put = { id: newId(), initiativeId, elementId: newId(), personId: dev, level: 'team', askedBy: amina, message: 'Could you?' } as const;
      const step = { stepId: newId(), stepTo: mei, stepBy: ruth, stepReason: 'A man waits.', stepDueAt: new Date('2026-01-12') };
      await addAsk(tx, { ...freshAsk({ ...put, createdAt: new Date('2026-01-01') }), ...step });
    }
  });
  await db.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs the job in a process of its own. @returns the signal that ended it, and what it said */
function run(writes: number): Promise<{ signal: NodeJS.Signals | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/helpers/step-up-and-die.ts', dataDir, String(writes)], { cwd: rootFolder });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve({ signal, said })));
}

async function state(db: Db): Promise<{ up: number; trail: number; links: number; notices: string[]; letters: number }> {
  const { sql, t } = db;
  const notices = await sql.select().from(t.notice);
  return {
    up: (await sql.select().from(t.ask)).filter((ask) => ask.personId === mei && ask.level === 'department' && ask.stepId === null).length,
    trail: (await sql.select().from(t.askStep)).filter((step) => step.what === 'stepped-up').length,
    links: (await sql.select().from(t.askLink)).filter((link) => link.personId === mei && link.endedAt === null).length,
    notices: [...new Set(notices.map(({ personId, what }) => `${what} ${personId}`))],
    letters: (await sql.select().from(t.letter)).length,
  };
}

test('killed at every write of a step and in between steps, each ask goes up once, whole', async () => {
  let before = 0;
  for (const writes of [1, 3, 4, 6, 7, 8, 13]) {
    expect([writes, (await run(writes)).signal]).toEqual([writes, 'SIGKILL']);
    const db = await open();
    const { up, trail, links, notices, letters } = await state(db);
    await db.close();
    expect([writes, trail, links, letters]).toEqual([writes, up, up, up]);
    expect(notices).toHaveLength(up === 0 ? 0 : 3);
    expect(up).toBeGreaterThanOrEqual(before);
    before = up;
  }
  expect(before).toBeLessThan(total);
  expect(await run(10_000)).toMatchObject({ signal: null, said: expect.stringMatching(new RegExp(`^done ${total - before},`)) });
  expect(await run(10_000)).toMatchObject({ signal: null, said: 'done 0, written 0\n' });
  const db = await open();
  const { sql, t } = db;
  expect(await state(db)).toMatchObject({ up: total, trail: total, links: total, letters: total });
  expect(await sql.select().from(t.notice)).toHaveLength(total * 3);
  await db.close();
}, 300_000);

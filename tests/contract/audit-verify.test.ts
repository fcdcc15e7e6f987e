/** `npm run audit:verify` as who runs the server runs it, on both databases. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql as text } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { dialects, newDatabase } from '#tests/helpers/databases.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';
import { startTestServer } from '#tests/helpers/test-server.ts';

test.each(dialects)('[AU8] it says whether the audit is whole, and which row is not, on %s', async (dialect) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-'));
  const place = await newDatabase(dialect);
  const server = await startTestServer({ database: place.address, dataDir });
  const keeper = await server.join('Sam');
  for (const name of ['One', 'Two', 'Three']) await keeper.call.place.change({ name });
  expect(await verify(place.address, dataDir)).toMatchObject({ code: 0, said: expect.stringMatching(/whole: 3 rows, 1 heads .* [0-9a-f]{64}$/) });
  const { db } = server.app;
  await db.maintain(dialect === 'sqlite' ? text`drop trigger audit_not_updated` : text`drop trigger audit_not_changed on audit`);
  await db.maintain(text`update audit set action = 'place.site-put' where seq = 2`);
  expect(await verify(place.address, dataDir)).toEqual({ code: 1, said: 'Not whole: row 2 was changed.' });
  await server.close();
  await place.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('it makes no database where there is none', async () => {
  const nowhere = path.join(tmpdir(), 'kindling-nowhere', 'kindling.sqlite');
  expect(await verify(nowhere, path.dirname(nowhere))).toMatchObject({ code: 1, said: expect.stringContaining('There is no database') });
});

function verify(database: string, dataDir: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/audit/main.ts'], {
    cwd: rootFolder,
    env: { ...process.env, DATABASE_URL: database, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said: said.trim() })));
}

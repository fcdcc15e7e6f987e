/** `npm run audit:verify`: whether every row of the audit is as it was written. Ends with 1 and names the first that is not. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sayKey } from '#shared/words/say.ts';
import { dataOf } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import { openDb } from '../db/open.ts';
import { headFileIn, readHeads } from './head-file.ts';
import { verifyAudit } from './verify.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { dataDir, database } = dataOf(readEnv(), root);
const { whole, sentence } = await verdict();
process.stdout.write(`${sentence}\n`);
process.exitCode = whole ? 0 : 1;

async function verdict(): Promise<{ whole: boolean; sentence: string }> {
  const isFile = !/^postgres(ql)?:/.test(database);
  if (isFile && !existsSync(database)) return { whole: false, sentence: sayKey('audit.no-database', { database }) };
  const heads = await readHeads(headFileIn(dataDir));
  const db = await openDb(database, path.join(root, 'drizzle'));
  try {
    const { rows, head, first } = await verifyAudit(db, heads);
    if (first !== null) return { whole: false, sentence: sayKey(`audit.fault-${first.fault}`, { number: first.seq }) };
    return { whole: true, sentence: sayKey('audit.whole-with-head', { rows, head: head.hash, heads: heads.length }) };
  } finally {
    await db.close();
  }
}

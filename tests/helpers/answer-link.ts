import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import type { TestServer } from './test-server.ts';

/** The secret of the answer link in somebody's letter about an ask, read where they would find it: in their mail. Of a link that still answers. */
export async function secretFor({ app, jobs, dataDir }: TestServer, { askId, personId }: { askId: string; personId: string }): Promise<string> {
  const { sql, t } = app.db;
  const links = await sql
    .select({ hash: t.askLink.secretHash })
    .from(t.askLink)
    .where(and(eq(t.askLink.askId, askId), eq(t.askLink.personId, personId), isNull(t.askLink.endedAt)));
  const open = new Set(links.map((link) => link.hash));
  await jobs.run();
  const folder = path.join(dataDir, 'outbox');
  const letters = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')));
  const secrets = letters.flatMap((letter) => [...letter.matchAll(/\/answer#([\w-]+)/g)].map(([, secret = '']) => secret));
  const found = secrets.find((secret) => open.has(createHash('sha256').update(secret).digest('hex')));
  if (found === undefined) throw new Error('no letter with a link that still answers');
  return found;
}

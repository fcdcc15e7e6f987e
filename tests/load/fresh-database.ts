/** An empty database of either kind for one benchmark; both are real, and both wait for the disk. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Dialect } from '#server/db/db.ts';
import { startPostgres } from '#tests/helpers/postgres.ts';

export const dialects: readonly Dialect[] = ['sqlite', 'postgres'];

export interface FreshDatabase {
  /** What DATABASE_URL is set to. */
  readonly address: string;
  /** A folder of its own for the server's other files. */
  readonly dataDir: string;
  drop(): Promise<void>;
}

export async function freshDatabase(dialect: Dialect): Promise<FreshDatabase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
  const removeFolder = (): void => rmSync(dataDir, { recursive: true, force: true });
  if (dialect === 'sqlite') return { address: path.join(dataDir, 'kindling.sqlite'), dataDir, drop: async () => removeFolder() };
  const postgres = await startPostgres({ durable: true });
  return {
    address: postgres.url,
    dataDir,
    async drop() {
      await postgres.stop();
      removeFolder();
    },
  };
}

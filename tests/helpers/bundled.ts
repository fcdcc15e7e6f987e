/** A test's own entry file as one file, as the server is built: it starts in a fraction of the time, for tests that start many. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { rootFolder } from './root-folder.ts';

/** @param entry under the root folder. @returns the file, beside the sources' packages, and how to remove it */
export async function bundled(entry: string): Promise<{ file: string; remove(): void }> {
  const file = path.join(rootFolder, '.artifacts', `${path.basename(entry, '.ts')}-${process.pid}.mjs`);
  await build({
    absWorkingDir: rootFolder,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['better-sqlite3', 'pg-native', 'swagger-ui-dist'],
    banner: { js: "import { createRequire as bundledRequire } from 'node:module'; const require = bundledRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return { file, remove: () => rmSync(file, { force: true }) };
}

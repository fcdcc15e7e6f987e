import { SourceMap, type SourceMapPayload } from 'node:module';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { ownLines } from '../../.ci/own-lines.mjs';
import { rootFolder } from '#tests/helpers/root-folder.ts';

test('a map without packages says the same of every place of ours, and nothing of packages', async () => {
  const { outputFiles } = await build({
    absWorkingDir: rootFolder,
    entryPoints: ['server/db/open-postgres.ts'],
    outfile: 'dist/server.mjs',
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    sourcemap: true,
    minifyWhitespace: true,
    external: ['pg-native'],
    logLevel: 'error',
  });
  const code = outputFiles.find((file) => file.path.endsWith('.mjs'))?.text ?? '';
  const map = outputFiles.find((file) => file.path.endsWith('.map'))?.text ?? '';
  const [all, own] = [map, ownLines(map)].map((text) => new SourceMap(JSON.parse(text) as SourceMapPayload)); // esbuild wrote it.
  const seen = { ours: 0, packages: 0 };
  for (const [line, text] of code.split('\n').entries()) {
    for (let column = 0; column < text.length; column += 61) {
      const [before, after] = [all?.findEntry(line, column), own?.findEntry(line, column)];
      if (before === undefined || !('originalSource' in before) || before.originalSource === undefined) continue;
      const isOurs = !before.originalSource.includes('node_modules/');
      seen[isOurs ? 'ours' : 'packages']++;
      const { originalSource, originalLine, originalColumn } = before;
      if (isOurs) expect(after).toMatchObject({ originalSource, originalLine, originalColumn });
      else expect(after).not.toHaveProperty('originalSource', expect.anything());
    }
  }
  expect(Math.min(seen.ours, seen.packages)).toBeGreaterThan(30);
});

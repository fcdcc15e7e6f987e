import path from 'node:path';
import { expect, test } from 'vitest';
import { en } from '#shared/words/en.ts';
import { enFirst } from '#shared/words/en-first.ts';
import { sourceFiles } from './product-files.ts';
import { sourceFacts } from './source-facts.ts';

/** What a first visit loads: see client/build/size.mjs. */
const firstVisit = ['client/app/main.tsx', 'client/features/sparks/wall-page.tsx', 'client/realtime/connection.ts'];

test('the first page says only sentences that are loaded with it', () => {
  const sources = sourceFiles();
  const late = [...loadedWith(firstVisit, sources)].flatMap((file) =>
    areasNamed(sources.get(file) ?? '')
      .filter((area) => !Object.hasOwn(enFirst, area))
      .map((area) => `${file}: ${area}`),
  );
  expect(late).toEqual([]);
});

test('the check sees the first page, and a sentence that is late', () => {
  expect(loadedWith(firstVisit, sourceFiles())).toContain('client/features/sparks/box/spark-box.tsx');
  expect(areasNamed(`say('sponsor.title')`)).toEqual(['sponsor']);
});

/** These files and everything they import for its value, the catalogue itself aside. */
function loadedWith(files: readonly string[], sources: ReadonlyMap<string, string>, found = new Set<string>()): Set<string> {
  for (const file of files) {
    const source = sources.get(file);
    if (source === undefined || found.has(file) || file.startsWith('shared/words/')) continue;
    found.add(file);
    const needed = sourceFacts(file, source).imports.filter((one) => one.kind === 'value');
    loadedWith(
      needed.map(({ specifier }) => (specifier.startsWith('#') ? specifier.slice(1) : path.join(path.dirname(file), specifier))),
      sources,
      found,
    );
  }
  return found;
}

/** Areas of the catalogue that a `say` or `sayKey` of this text names; a key made of parts begins with its area too. */
function areasNamed(source: string): string[] {
  return [...source.matchAll(/\bsay(?:Key)?\(\s*[^)]*?['"`](\w+)\./g)].map(([, area = '']) => area).filter((area) => Object.hasOwn(en, area));
}

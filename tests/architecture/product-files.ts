/** The product's own source files, as the checks of this folder read them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Path in the repository -> text, of every .ts and .tsx file in the given folders. */
export function sourceFiles(folders = ['shared', 'server', 'client', 'drizzle']): Map<string, string> {
  const names = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`),
  );
  const sources = names.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')).sort();
  return new Map(sources.map((name) => [name, readFileSync(path.join(ROOT, name), 'utf8')]));
}

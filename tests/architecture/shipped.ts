/** Which packages reach people: what the product imports, what production installs, and everything those depend on. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ROOT, sourceFiles } from './product-files.ts';
import { sourceFacts } from './source-facts.ts';

const names = z.record(z.string(), z.string()).optional();
const entry = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
});
const lock = z.object({ packages: z.record(z.string(), entry) });

/** The three ways in which a package has ever named its licence. */
const kind = z.object({ type: z.string() });
const named = z.object({ license: z.union([z.string(), kind]).optional(), licenses: z.array(kind).optional() });

export interface Shipped {
  /** As `node_modules/a/node_modules/b`. */
  place: string;
  name: string;
  licence: string;
}

/** Sorted by place. Packages for other platforms count too, as the lock file describes them. */
export function shippedPackages(): Shipped[] {
  const { packages } = lock.parse(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')));
  const waiting = [...importedPackages(), ...Object.keys(packages['']?.dependencies ?? {})].map((name) => `node_modules/${name}`);
  const seen = new Set<string>();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const one = packages[place];
    if (one === undefined || seen.has(place)) continue;
    seen.add(place);
    for (const name of Object.keys({ ...one.dependencies, ...one.optionalDependencies, ...one.peerDependencies })) {
      const found = placeOf(name, place, packages);
      // A peer that only developers use (a compiler, a test tool) is not shipped with what mentions it.
      const onlyPeer = one.dependencies?.[name] === undefined && one.optionalDependencies?.[name] === undefined;
      if (found !== null && !(onlyPeer && isForDevelopers(packages[found]))) waiting.push(found);
    }
  }
  return [...seen]
    .sort()
    .map((place) => ({ place, name: place.replace(/^.*node_modules\//, ''), licence: licenceOf(place, packages[place]?.license) }));
}

function isForDevelopers(one: z.infer<typeof entry> | undefined): boolean {
  return one?.dev === true || one?.devOptional === true;
}

/** Packages that product files import for more than their types. Files that only build the client are left out. */
function importedPackages(): string[] {
  const found = new Set<string>();
  for (const [file, source] of sourceFiles()) {
    if (/\.test\.tsx?$/.test(file) || /^(client\/(vite\.config\.ts|build\/)|drizzle\/.*config\.ts$)/.test(file)) continue;
    for (const { specifier, kind } of sourceFacts(file, source).imports) {
      if (kind !== 'type' && /^[@a-z]/.test(specifier) && !specifier.includes(':'))
        found.add(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'));
    }
  }
  return [...found];
}

function placeOf(name: string, from: string, packages: Record<string, unknown>): string | null {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (place in packages) return place;
    if (folder === '') return null;
  }
}

function licenceOf(place: string, inLock: string | undefined): string {
  const file = path.join(ROOT, place, 'package.json');
  if (!existsSync(file)) return inLock ?? 'none';
  const { license, licenses } = named.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (license !== undefined) return typeof license === 'string' ? license : license.type;
  return licenses?.map((one) => one.type).join(' OR ') ?? inLock ?? 'none';
}

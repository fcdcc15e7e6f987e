import type { Plugin, Rolldown } from 'vite';

const entry = '/client/app/main.tsx';
const wall = '/features/sparks/wall-page.tsx';

/**
 * The wall is what most people open. What it shares with other screens is one chunk instead of twenty small ones, and the page asks for
 * the wall's chunks and styles beside the entry, instead of after the entry has run. On a slow line each saves journeys.
 */
export function firstPage(): Plugin {
  let wallModules: ReadonlySet<string> = new Set();
  return {
    name: 'kindling:first-page',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'with-the-wall', test: (id) => wallModules.has(id) }] },
          },
        },
      },
    }),
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const imported = (id: string): readonly string[] => this.getModuleInfo(id)?.importedIds ?? [];
      const withEntry = reached(ids, entry, imported);
      wallModules = new Set([...reached(ids, wall, imported)].filter((id) => !withEntry.has(id) && !id.endsWith(wall)));
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const there = withImports(chunks, (one) => one.isEntry);
        const needed = [...withImports(chunks, (one) => one.facadeModuleId?.endsWith(wall) === true)].filter((one) => !there.has(one));
        const styles = needed.flatMap((one) => [...(one.viteMetadata?.importedCss ?? [])]);
        return [
          ...needed.map((one) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${one.fileName}` },
            injectTo: 'head' as const,
          })),
          ...styles.map((href) => ({ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `/${href}` }, injectTo: 'head' as const })),
        ];
      },
    },
  };
}

/** Modules that come with the one whose id ends so, itself among them; what is imported lazily comes later and is not. */
function reached(ids: readonly string[], ending: string, imported: (id: string) => readonly string[]): Set<string> {
  const found = new Set(ids.filter((id) => id.endsWith(ending)));
  // A Set is walked in the order of adding, those added on the way too.
  for (const id of found) for (const next of imported(id)) found.add(next);
  return found;
}

/** These chunks and every chunk they need. */
function withImports(chunks: readonly Rolldown.OutputChunk[], isMeant: (chunk: Rolldown.OutputChunk) => boolean): Set<Rolldown.OutputChunk> {
  const found = new Set(chunks.filter(isMeant));
  for (const one of found) for (const next of chunks) if (one.imports.includes(next.fileName)) found.add(next);
  return found;
}

import type { Plugin, Rolldown } from 'vite';

const entry = '/client/app/main.tsx';
const routes = '/client/app/routes.tsx';
const wall = '/features/sparks/wall-page.tsx';
/** What an open board needs, in this order: its screen, the sentences, the line to the server, and last the editor, which who only reads can do without. */
const board = [
  '/client/app/initiative-page.tsx',
  '/shared/words/en-later.ts',
  '/client/realtime/connection.ts',
  '/client/board/purpose/purpose-editor.tsx',
];

/**
 * The wall is what most people open, a board where they write most. What the wall shares with other screens is one chunk instead of twenty small
 * ones, and so is what a board shares with them. The page asks for the wall's chunks and styles beside the entry, instead of after the
 * entry has run, and on a board's address first-paint.js asks for the board's. On a slow line each saves journeys.
 */
export function firstPage(): Plugin {
  let withTheWall: ReadonlySet<string> = new Set();
  let withTheBoard: ReadonlySet<string> = new Set();
  return {
    name: 'kindling:first-page',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [
                { name: 'with-the-wall', test: (id) => withTheWall.has(id) },
                { name: 'with-the-board', test: (id) => withTheBoard.has(id) },
              ],
            },
          },
        },
      },
    }),
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const imported = (id: string): readonly string[] => this.getModuleInfo(id)?.importedIds ?? [];
      const from = (...endings: string[]): Set<string> =>
        reached(
          ids.filter((id) => endings.some((ending) => id.endsWith(ending))),
          imported,
        );
      const first = from(entry, wall);
      const there = from(entry);
      withTheWall = new Set([...first].filter((id) => !there.has(id) && !id.endsWith(wall)));
      const screens = ids.filter((id) => id.endsWith(routes)).flatMap((id) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
      const others = reached(
        screens.filter((id) => !board.some((ending) => id.endsWith(ending))),
        imported,
      );
      const [screen = ''] = board;
      // Only what brings no library along, zod among them, which the first page drops: a screen that shares a button with a board is not to wait for the board's schemas.
      const isHeavy = (one: string): boolean => one.includes('/node_modules/zod/') || (one.includes('/node_modules/') && !first.has(one));
      const isLight = (id: string): boolean => ![...from(id)].some(isHeavy);
      withTheBoard = new Set([...from(screen)].filter((id) => others.has(id) && !first.has(id) && isLight(id)));
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const holds = (ending: string) => (one: Rolldown.OutputChunk) => one.facadeModuleId?.endsWith(ending) === true;
        const there = withImports(chunks, (one) => one.isEntry);
        const forTheWall = [...withImports(chunks, holds(wall))].filter((one) => !there.has(one));
        const forABoard = [...new Set(board.flatMap((ending) => [...withImports(chunks, holds(ending))]))].filter(
          (one) => !there.has(one) && !forTheWall.includes(one),
        );
        const files = [...forABoard.map((one) => one.fileName), ...stylesOf(forABoard)].map((name) => `/${name}`);
        return {
          html: html.replace('<script src="/first-paint.js">', `<script src="/first-paint.js" data-board="${files.join(' ')}">`),
          tags: [
            ...forTheWall.map((one) => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `/${one.fileName}` },
              injectTo: 'head' as const,
            })),
            ...stylesOf(forTheWall).map((href) => ({
              tag: 'link',
              attrs: { rel: 'stylesheet', crossorigin: true, href: `/${href}` },
              injectTo: 'head' as const,
            })),
          ],
        };
      },
    },
  };
}

/** These modules and what comes with them; what is imported lazily comes later and is not among it. */
function reached(ids: readonly string[], imported: (id: string) => readonly string[]): Set<string> {
  const found = new Set(ids);
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

function stylesOf(chunks: readonly Rolldown.OutputChunk[]): string[] {
  return [...new Set(chunks.flatMap((one) => [...(one.viteMetadata?.importedCss ?? [])]))];
}

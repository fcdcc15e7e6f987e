import type { Plugin } from 'vite';

/** Lets the page ask for the wall's chunk beside the entry, instead of after the entry has run. */
export function preloadWall(): Plugin {
  return {
    name: 'kindling:preload-wall',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const wall = Object.values(bundle ?? {}).find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/features/sparks/wall-page.tsx'),
        );
        return wall ? [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${wall.fileName}` }, injectTo: 'head' }] : [];
      },
    },
  };
}

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { contractRoutes } from './build/contract-routes.ts';
import { precompress } from './build/precompress.ts';
import { earlyBox } from './build/early-box.ts';
import { firstPage } from './build/first-page.ts';
import { scopedName } from './build/scoped-name.ts';

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: 'public',
  // `first-page`: the words of the wall come first, the others with the screens that say them.
  resolve: {
    conditions: ['first-page', ...defaultClientConditions],
    dedupe: ['yjs', 'y-protocols', 'lib0', 'react', 'react-dom', '@tiptap/pm', '@tiptap/core', '@tiptap/y-tiptap'],
  },
  css: { modules: { generateScopedName: scopedName } },
  plugins: [
    react(),
    contractRoutes(),
    firstPage(),
    earlyBox(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'app',
      filename: 'sw.ts',
      injectRegister: null,
      registerType: 'prompt',
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,woff2}'], maximumFileSizeToCacheInBytes: 4_000_000 },
      manifest: {
        name: 'Kindling',
        short_name: 'Kindling',
        description: 'Start the change you need, together.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f6efe3',
        theme_color: '#f6efe3',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
    precompress(),
  ],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Schemas nobody on the page parses with are dropped, and zod (25 kB) with them: building a schema has no effect but its value.
    rolldownOptions: { treeshake: { manualPureFunctions: ['z'] } },
  },
  // Named one by one: in development our own sources in client/api are served under /api too. The server compares the page's origin with the host it is asked by, so the host stays.
  server: {
    host: '127.0.0.1',
    proxy: {
      '^/api/(v1|auth|docs|openapi)': { target: server, changeOrigin: false },
      '/socket.io': { target: server, ws: true, changeOrigin: false },
    },
  },
});

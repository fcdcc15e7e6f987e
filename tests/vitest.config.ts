import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { contractRoutes } from '../client/build/contract-routes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One project a kind of test, so that each can be run alone: `npx vitest run -c tests/vitest.config.ts --project unit`. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['{shared,server}/**/*.test.ts', 'tests/{fixtures,words}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [contractRoutes()],
        test: { name: 'client', include: ['client/**/*.test.{ts,tsx}'], environment: 'happy-dom', testTimeout: 60_000 },
      },
      { root, test: { name: 'house', include: ['tests/architecture/**/*.test.ts'], environment: 'node', testTimeout: 120_000 } },
      {
        root,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: ['tests/helpers/postgres-setup.ts'],
        },
      },
      {
        root,
        test: { name: 'api', include: ['tests/{api,realtime}/**/*.test.ts'], environment: 'node', testTimeout: 120_000, hookTimeout: 120_000 },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { contractRoutes } from '../client/build/contract-routes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** How long `expect.poll` looks for what should come true: by itself a second, which a busy machine takes to answer once. */
const patient = { poll: { timeout: 60_000 } };

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
        test: { name: 'client', include: ['client/**/*.test.{ts,tsx}'], environment: 'happy-dom', testTimeout: 60_000, expect: patient },
      },
      { root, test: { name: 'house', include: ['tests/architecture/**/*.test.ts'], environment: 'node', testTimeout: 120_000 } },
      {
        root,
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: patient,
          globalSetup: ['tests/helpers/postgres-setup.ts'],
        },
      },
      {
        root,
        test: {
          name: 'api',
          include: ['tests/{api,realtime}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: patient,
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: patient,
          fileParallelism: false,
        },
      },
    ],
  },
});

import { fileURLToPath } from 'node:url';

/** Where package.json, drizzle/ and dist/ are. */
export const rootFolder = fileURLToPath(new URL('../..', import.meta.url));

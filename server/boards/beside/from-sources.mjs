/** Starts the thread beside from its sources, for development and tests; what is built has it as a file of its own. */
import { register } from 'tsx/esm/api';

register();
await import('./beside-worker.ts');

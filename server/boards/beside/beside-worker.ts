/** Runs in the thread beside: looks at one merge after another. */
import { parentPort } from 'node:worker_threads';
import { lookAtMerge, type MergeToLookAt } from './look-at-merge.ts';

parentPort?.on('message', (merge: MergeToLookAt) => parentPort?.postMessage(lookAtMerge(merge)));

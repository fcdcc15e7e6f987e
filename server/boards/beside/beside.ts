/** A thread beside the one that serves everybody, for work on a board that takes long. Started when first needed, ended when idle. */
import { Worker } from 'node:worker_threads';
import { Problem } from '#shared/lib/problem.ts';
import type { Log } from '../../log/log.ts';
import { gateProblem } from '../accept-edit.ts';
import type { MergeLook, MergeToLookAt } from './look-at-merge.ts';

export interface Beside {
  /** One after another. @throws Problem too-many when many wait already, refused when it takes longer than anything honest does */
  lookAt(merge: MergeToLookAt): Promise<MergeLook>;
  close(): Promise<void>;
}

const mostWaiting = 20;
const mostMs = 20_000;
const idleMs = 30_000;

export function makeBeside(log: Log): Beside {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    const ending = worker;
    worker = null;
    if (idle !== null) clearTimeout(idle);
    idle = null;
    await ending?.terminate();
  }

  function look(merge: MergeToLookAt): Promise<MergeLook> {
    if (idle !== null) clearTimeout(idle);
    const thread = (worker ??= startWorker());
    return new Promise<MergeLook>((resolve, reject) => {
      const late = setTimeout(() => {
        log.warn('a merge took longer to look at than anything honest does');
        finish();
        void end();
        resolve({ ok: false, problem: gateProblem('too-much-work').body, detail: 'time' });
      }, mostMs);
      const answered = (found: MergeLook): void => {
        finish();
        idle = setTimeout(() => void end(), idleMs).unref();
        resolve(found);
      };
      const failed = (err: unknown): void => {
        finish();
        if (worker === thread) worker = null;
        log.error({ err }, 'the thread beside ended');
        reject(new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 5000 }));
      };
      const finish = (): void => {
        clearTimeout(late);
        thread.off('message', answered).off('error', failed).off('exit', failed);
      };
      thread.on('message', answered).on('error', failed).on('exit', failed);
      thread.postMessage(merge);
    });
  }

  return {
    async lookAt(merge) {
      if (waiting >= mostWaiting) throw new Problem('too-many', 'problem.too-many', { retryAfterMs: 5000 });
      waiting++;
      const mine = turn.then(() => look(merge));
      turn = mine.catch(() => undefined);
      try {
        return await mine;
      } finally {
        waiting--;
      }
    },
    close: end,
  };
}

/** From the bundle its neighbour; from the sources a few lines that can start them. */
function startWorker(): Worker {
  const worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './from-sources.mjs' : './beside-worker.mjs', import.meta.url));
  worker.unref();
  return worker;
}

/** A thread beside the one that serves everybody, for work on a board that takes long. Started when first needed, ended when idle. */
import { Worker } from 'node:worker_threads';
import { Problem } from '#shared/lib/problem.ts';
import type { Log } from '../../log/log.ts';
import { gateProblem } from '../accept-edit.ts';
import type { Folded, LogToFold } from './fold-log.ts';
import type { Lean } from './leave-history.ts';
import type { MergeLook, MergeToLookAt } from './look-at-merge.ts';
import type { Answer, Given, What } from './tasks.ts';

export interface Beside {
  /** One after another. @throws Problem too-many when many wait already, refused when it takes longer than anything honest does */
  lookAt(merge: MergeToLookAt): Promise<MergeLook>;
  /** @throws Problem when it takes longer than anything honest does, or the thread ends */
  fold(log: LogToFold): Promise<Folded>;
  /** A board without its history; null when it would not read the same. @throws Problem as above */
  leaveHistory(state: Uint8Array): Promise<Lean | null>;
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

  function run<W extends What>(what: W, given: Given<W>): Promise<Answer<W>> {
    if (idle !== null) clearTimeout(idle);
    const thread = (worker ??= startWorker());
    return new Promise<Answer<W>>((resolve, reject) => {
      const late = setTimeout(() => {
        log.warn({ what }, 'a task took longer than anything honest does');
        finish();
        void end();
        reject(gateProblem('too-much-work'));
      }, mostMs);
      const answered = (answer: Answer<W>): void => {
        finish();
        idle = setTimeout(() => void end(), idleMs).unref();
        resolve(answer);
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
      thread.postMessage({ what, given });
    });
  }

  function inTurn<W extends What>(what: W, given: Given<W>): Promise<Answer<W>> {
    const mine = turn.then(() => run(what, given));
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    async lookAt(merge) {
      if (waiting >= mostWaiting) throw new Problem('too-many', 'problem.too-many', { retryAfterMs: 5000 });
      waiting++;
      try {
        return await inTurn('look', merge);
      } finally {
        waiting--;
      }
    },
    fold: (whole) => inTurn('fold', whole),
    leaveHistory: (state) => inTurn('leave', state),
    close: end,
  };
}

/** From the bundle its neighbour; from the sources a few lines that can start them. */
function startWorker(): Worker {
  const worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './from-sources.mjs' : './beside-worker.mjs', import.meta.url));
  worker.unref();
  return worker;
}

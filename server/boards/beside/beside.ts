/** A thread beside the one that serves everybody, for work on a board that takes long. Started when first needed, ended when idle. */
import { Worker } from 'node:worker_threads';
import { Problem } from '#shared/lib/problem.ts';
import type { Log } from '../../log/log.ts';
import { gateProblem } from '../accept-edit.ts';
import type { Folded, LogToFold } from './fold-log.ts';
import type { MergeLook, MergeToLookAt } from './look-at-merge.ts';
import type { Done, Task } from './tasks.ts';

export interface Beside {
  /** One after another. @throws Problem too-many when many wait already, refused when it takes longer than anything honest does */
  lookAt(merge: MergeToLookAt): Promise<MergeLook>;
  /** @throws Problem unavailable when it takes too long, or the thread ends */
  fold(log: LogToFold): Promise<Folded>;
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

  /** @returns null when it took longer than anything honest does */
  function run(task: Task): Promise<Done | null> {
    if (idle !== null) clearTimeout(idle);
    const thread = (worker ??= startWorker());
    return new Promise<Done | null>((resolve, reject) => {
      const late = setTimeout(() => {
        log.warn({ task: task.what }, 'a task took longer than anything honest does');
        finish();
        void end();
        resolve(null);
      }, mostMs);
      const answered = (done: Done): void => {
        finish();
        idle = setTimeout(() => void end(), idleMs).unref();
        resolve(done);
      };
      const failed = (err: unknown): void => {
        finish();
        if (worker === thread) worker = null;
        log.error({ err }, 'the thread beside ended');
        reject(unavailable());
      };
      const finish = (): void => {
        clearTimeout(late);
        thread.off('message', answered).off('error', failed).off('exit', failed);
      };
      thread.on('message', answered).on('error', failed).on('exit', failed);
      thread.postMessage(task);
    });
  }

  function inTurn(task: Task): Promise<Done | null> {
    const mine = turn.then(() => run(task));
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    async lookAt(merge) {
      if (waiting >= mostWaiting) throw new Problem('too-many', 'problem.too-many', { retryAfterMs: 5000 });
      waiting++;
      try {
        const done = await inTurn({ what: 'look', merge });
        return done !== null && 'look' in done ? done.look : { ok: false, problem: gateProblem('too-much-work').body, detail: 'time' };
      } finally {
        waiting--;
      }
    },
    async fold(toFold) {
      const done = await inTurn({ what: 'fold', log: toFold });
      if (done === null || !('folded' in done)) throw unavailable();
      return done.folded;
    },
    close: end,
  };
}

function unavailable(): Problem {
  return new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 5000 });
}

/** From the bundle its neighbour; from the sources a few lines that can start them. */
function startWorker(): Worker {
  const worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './from-sources.mjs' : './beside-worker.mjs', import.meta.url));
  worker.unref();
  return worker;
}

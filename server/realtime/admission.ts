/** How many boards are opened at the same time: after a restart everybody comes back at once, and nobody should wait for all. */
import { Problem } from '#shared/lib/problem.ts';

export interface Admission {
  /** Does the work when it is its turn. @throws Problem too-many, with when to try again, when too many wait already */
  enter<T>(work: () => Promise<T>): Promise<T>;
}

export interface AdmissionLimits {
  readonly atOnce: number;
  readonly waiting: number;
}

/** About how long one opening takes when many do: what those who are sent away are told to wait, times how many are before them. */
const msEach = 5;

export function makeAdmission({ atOnce, waiting }: AdmissionLimits): Admission {
  const queue: (() => void)[] = [];
  let busy = 0;

  /** The place goes straight to the next in the queue, so that nobody who comes just now can take it. */
  function leave(): void {
    const next = queue.shift();
    if (next === undefined) busy--;
    else next();
  }

  return {
    async enter(work) {
      if (busy >= atOnce) {
        if (queue.length >= waiting) throw new Problem('too-many', 'problem.too-many', { retryAfterMs: 1000 + queue.length * msEach });
        await new Promise<void>((resolve) => queue.push(resolve));
      } else busy++;
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

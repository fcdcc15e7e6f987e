/** How much one person or address may ask for; beyond it a Problem says when to try again. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '#shared/lib/problem.ts';

const allowances = {
  /** Changes over HTTP. */
  write: { points: 120, duration: 60 },
  read: { points: 1200, duration: 60 },
  /** Uses of an invite's, a claim's or an answer link's secret: a whole ward may come in from one address, and 256 bits are not guessed in any number of tries. */
  secret: { points: 300, duration: 3600 },
  /** Similar sparks while typing. */
  suggest: { points: 120, duration: 60 },
  bringIn: { points: 20, duration: 3600 },
  /** Replies by mail of one person; a loop we did not see ends here. */
  mailIn: { points: 30, duration: 3600 },
  /** Large merges after a time without a line; a device brings one a board. */
  merge: { points: 12, duration: 60 },
  export: { points: 30, duration: 3600 },
} as const;
export type Allowance = keyof typeof allowances;

export interface Limits {
  /** @throws Problem too-many when `who` has used this allowance up */
  take(allowance: Allowance, who: string): Promise<void>;
}

export function makeLimits(on: boolean): Limits {
  const limiters = new Map(Object.entries(allowances).map(([name, allowance]) => [name, new RateLimiterMemory({ keyPrefix: name, ...allowance })]));
  return {
    async take(allowance, who) {
      if (!on) return;
      try {
        await limiters.get(allowance)?.consume(who);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw new Problem('too-many', 'problem.too-many', { retryAfterMs: refused.msBeforeNext });
      }
    },
  };
}

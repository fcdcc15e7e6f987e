/** How times are spread, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** @throws Error when nothing was measured */
export function spreadOf(times: Iterable<number>): Spread {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number): number => {
    const time = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
    if (time === undefined) throw new Error('nothing was measured');
    return time;
  };
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** One decimal below ten, none above. */
export function ms(time: number): string {
  return time < 10 ? time.toFixed(1) : time.toFixed(0);
}

/** Several servers side by side: in turns, so that a busy moment of the machine falls on all of them; medians, and what is ours beside theirs. */
import type { Contestant, Running } from './contestant.ts';

/** All of them running at once; ended whatever happens. */
export async function withAll<T>(contestants: readonly Contestant[], work: (running: readonly Running[]) => Promise<T>): Promise<T> {
  const running: Running[] = [];
  try {
    for (const contestant of contestants) running.push(await contestant.start());
    return await work(running);
  } finally {
    for (const one of running) await one.end();
  }
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** What several rounds of each server come to: the median of a figure, and ours beside that of Hocuspocus. */
export function comeTo<F extends Readonly<Record<keyof F, number>>>(
  found: ReadonlyMap<string, readonly F[]>,
): { middle(name: string, figure: keyof F): number; ratio(figure: keyof F): number } {
  const middle = (name: string, figure: keyof F): number => median((found.get(name) ?? []).map((one) => one[figure]));
  return { middle, ratio: (figure) => middle('Kindling', figure) / middle('Hocuspocus', figure) };
}

export interface Bound {
  readonly most?: number;
  readonly least?: number;
}

/** A ratio beside what it must be. */
export function judged(ratio: number, { most, least }: Bound): string {
  const holds = (most === undefined || ratio <= most) && (least === undefined || ratio >= least);
  const bound = most === undefined ? `≥ ${least}` : `≤ ${most}`;
  return `${ratio.toFixed(2)} ${holds ? 'holds' : 'MISSED'} (${bound} ×)`;
}

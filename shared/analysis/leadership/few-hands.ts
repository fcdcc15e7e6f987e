/** How few people a large part rests on. All are null when nobody did anything. */
import { type Contributions, total } from './contributions.ts';

/**
 * The bus factor (also truck factor): the fewest people who make up at least so many hundredths of all that was done. The name is from
 * software teams: how many would have to be missing before the work stops. @param percent 50 and 80 are usual
 */
export function busFactor(counts: Contributions, percent: number): number | null {
  const sum = total(counts);
  if (sum === 0) return null;
  let held = 0;
  // Whole numbers on both sides, so that a half is a half.
  return counts.toSorted((a, b) => b - a).findIndex((count) => (held += count) * 100 >= sum * percent) + 1;
}

/** The share of the most active fifth of the people, rounded up to whole people. */
export function topFifthShare(counts: Contributions): number | null {
  const sum = total(counts);
  if (sum === 0) return null;
  const most = counts.toSorted((a, b) => b - a).slice(0, topFifthSize(counts.length));
  return total(most) / sum;
}

/** A fifth of so many people, rounded up. */
export function topFifthSize(people: number): number {
  return Math.ceil(people / 5);
}

/** The share of the one person who did most. It is about one person: never to be shown. */
export function greatestShare(counts: Contributions): number | null {
  const sum = total(counts);
  return sum === 0 ? null : Math.max(...counts) / sum;
}

/** The coefficient of variation: standard deviation of all the people (over n, not n - 1) by the mean. */
export function variation(counts: Contributions): number | null {
  const sum = total(counts);
  if (sum === 0) return null;
  const mean = sum / counts.length;
  return Math.sqrt(counts.reduce((so, count) => so + (count - mean) ** 2, 0) / counts.length) / mean;
}

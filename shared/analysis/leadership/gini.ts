/**
 * How unequal contributions are: 0 when all did the same, towards 1 when one did everything.
 * C. Gini, "Variabilità e mutabilità", 1912; the form with ranks, and the correction for small samples n / (n - 1), as in G. J. Glasser,
 * "Variance formulas for the mean difference and coefficient of concentration", Journal of the American Statistical Association 57, 1962.
 */
import { type Contributions, total } from './contributions.ts';

/**
 * G = sum of (2i - n - 1) x_(i) / (n sum of x), x sorted up, i from 1. Its greatest value is 1 - 1/n.
 * @returns null when nobody did anything
 */
export function gini(counts: Contributions): number | null {
  const sum = total(counts);
  if (sum === 0) return null;
  const n = counts.length;
  const ranked = counts.toSorted((a, b) => a - b).reduce((so, count, at) => so + (2 * (at + 1) - n - 1) * count, 0);
  return ranked / (n * sum);
}

/** G n / (n - 1), which reaches 1 in a team of any size. @returns null when nobody did anything, or there is one person only */
export function smallSampleGini(counts: Contributions): number | null {
  const plain = gini(counts);
  return plain === null || counts.length < 2 ? null : (plain * counts.length) / (counts.length - 1);
}

/**
 * By how many people something is carried. p is a person's share of the whole; 0 ln 0 = 0.
 * C. E. Shannon, "A mathematical theory of communication", Bell System Technical Journal 27, 1948; M. O. Hill, "Diversity and evenness: a
 * unifying notation and its consequences", Ecology 54(2), 1973, 427-432. All are null when nobody did anything.
 */
import { type Contributions, total } from './contributions.ts';

/** H = - sum of p ln p, in nats. */
export function entropy(counts: Contributions): number | null {
  return overShares(counts, (p) => (p === 0 ? 0 : -p * Math.log(p)));
}

/** H / ln n, 0 to 1 (E. C. Pielou, 1966). @returns null also for one person */
export function evenness(counts: Contributions): number | null {
  const h = entropy(counts);
  return h === null || counts.length < 2 ? null : h / Math.log(counts.length);
}

/** Herfindahl and Hirschman's index of concentration: sum of p squared, 1/n to 1. */
export function concentration(counts: Contributions): number | null {
  return overShares(counts, (p) => p * p);
}

/** The effective number of leaders, Hill's number of order 1: exp(H). "As if so many people shared it equally." */
export function effectiveLeaders(counts: Contributions): number | null {
  const h = entropy(counts);
  return h === null ? null : Math.exp(h);
}

/** Hill's number of order 2: 1 / sum of p squared. Those who do little weigh less than in order 1. */
export function effectiveLeaders2(counts: Contributions): number | null {
  const hhi = concentration(counts);
  return hhi === null ? null : 1 / hhi;
}

function overShares(counts: Contributions, of: (share: number) => number): number | null {
  const sum = total(counts);
  return sum === 0 ? null : counts.reduce((so, count) => so + of(count / sum), 0);
}

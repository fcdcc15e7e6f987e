/**
 * How much goes both ways in a directed network. Edgewise and dyadic (non-null) as in S. Wasserman and K. Faust, "Social Network Analysis",
 * 1994, chapter 13; M pairs with ties both ways, A with one, m ties. Undirected ties go both ways.
 */
import type { Network } from './network.ts';

export interface Dyads {
  readonly mutual: number;
  readonly asymmetric: number;
  readonly none: number;
}

/** The pairs of people by what is between them: ties both ways, one, none. */
export function dyads({ size, ties }: Network): Dyads {
  let mutual = 0;
  let asymmetric = 0;
  for (const [a, theirs] of ties.entries()) {
    for (const b of theirs.keys()) {
      if (ties[b]?.has(a) !== true) asymmetric += 1;
      else if (a < b) mutual += 1;
    }
  }
  return { mutual, asymmetric, none: (size * (size - 1)) / 2 - mutual - asymmetric };
}

/** The share of ties that are answered by one the other way: 2M / m, where m = 2M + A. @returns null without ties */
export function edgewiseReciprocity(network: Network): number | null {
  const { mutual, asymmetric } = dyads(network);
  return mutual + asymmetric === 0 ? null : (2 * mutual) / (2 * mutual + asymmetric);
}

/** Of the pairs with any tie, the share with ties both ways: M / (M + A). @returns null without ties */
export function dyadicReciprocity(network: Network): number | null {
  const { mutual, asymmetric } = dyads(network);
  return mutual + asymmetric === 0 ? null : mutual / (mutual + asymmetric);
}

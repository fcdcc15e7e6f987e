/** The figures of a mirror, as coarse as they are said. */
import { decentralisation, degreeCentralisation } from '../../analysis/leadership/degree-centralisation.ts';
import { density } from '../../analysis/leadership/density.ts';
import { effectiveLeaders } from '../../analysis/leadership/diversity.ts';
import { busFactor } from '../../analysis/leadership/few-hands.ts';
import { smallSampleGini } from '../../analysis/leadership/gini.ts';
import { eitherWay, type Network } from '../../analysis/leadership/network.ts';
import { dyadicReciprocity } from '../../analysis/leadership/reciprocity.ts';
import type { Figure } from './model.ts';

/** Steps of a twentieth: finer would be more than so few people can carry. */
export function inSteps(share: number): number {
  return Math.round(share * 20) / 20;
}

/** A whole number of people, and never one: that would be about somebody. */
export function aboutPeople(number: number | null): number {
  return Math.max(2, Math.round(number ?? 0));
}

/** @param counts what each person did, silent people with 0 @param network null while too few have built on each other */
export function figuresOf(counts: readonly number[], network: Network | null): Figure[] {
  const worked: readonly (readonly [Figure['name'], number | null])[] = [
    ['leaders', aboutPeople(effectiveLeaders(counts))],
    ['half', aboutPeople(busFactor(counts, 50))],
    ['unevenness', rounded(smallSampleGini(counts))],
    ['ties', network && rounded(density(eitherWay(network)))],
    ['centre', network && rounded(degreeCentralisation(network))],
    ['spread', network && rounded(decentralisation(network))],
    ['both-ways', network && rounded(dyadicReciprocity(network))],
  ];
  return worked.flatMap(([name, value]) => (value === null ? [] : { name, value }));
}

function rounded(share: number | null): number | null {
  return share === null ? null : inSteps(share);
}

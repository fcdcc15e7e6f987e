/** Shares by perspective, as far as they give nobody away. */
import { fewestPeople } from '../../lib/batches.ts';
import { perspective, type Perspective } from '../people/model.ts';
import { fewestToSplit } from './kinds.ts';

export interface Contributor {
  readonly perspectives: readonly Perspective[];
  readonly acts: number;
}

export interface PerspectiveShare {
  readonly perspective: Perspective;
  /** Of those who acted, and of what they did; 0 to 1. Null when too few people are in it, or outside it. */
  readonly shares: { readonly people: number; readonly acts: number } | null;
}

/** Those who are least often asked come first: where not all can be shown, they are. The order is fixed, so that what is left out tells nothing. */
const order = ['receiving', 'delivering', 'leading', 'witnessing', 'supporting'] as const satisfies readonly Perspective[];

/**
 * One share a perspective; somebody with several is in each of them. A perspective is shown only if, together with those already shown, it
 * cuts the people who acted into groups of five or more: so neither what is left over nor any sum or difference of bars is about fewer.
 * @returns null below ten people who acted
 */
export function perspectiveShares(contributors: readonly Contributor[]): PerspectiveShare[] | null {
  const active = contributors.filter(({ acts }) => acts > 0);
  if (active.length < fewestToSplit) return null;
  let groups: (readonly Contributor[])[] = [active];
  const shown = new Set<Perspective>();
  for (const one of order) {
    const cut = groups
      .flatMap((group) => [group.filter(isIn(one)), group.filter((person) => !isIn(one)(person))])
      .filter((group) => group.length > 0);
    const says = active.some(isIn(one)) && !active.every(isIn(one));
    if (!says || cut.some((group) => group.length < fewestPeople)) continue;
    groups = cut;
    shown.add(one);
  }
  const all = sum(active);
  return perspective.options.map((one) => {
    const within = active.filter(isIn(one));
    return { perspective: one, shares: shown.has(one) ? { people: within.length / active.length, acts: sum(within) / all } : null };
  });
}

function isIn(one: Perspective): (person: Contributor) => boolean {
  return (person) => person.perspectives.includes(one);
}

function sum(people: readonly Contributor[]): number {
  return people.reduce((so, { acts }) => so + acts, 0);
}

/** Who builds on whom, as plain data: people are numbers from 0 up, ties have a weight. */

export interface Tie {
  readonly from: string;
  readonly to: string;
  /** How often; 1 when left out. */
  readonly weight?: number;
}

export interface Network {
  readonly directed: boolean;
  /** How many people, those without ties among them. */
  readonly size: number;
  /** By person, the people they have a tie to and its weight. In an undirected network each tie stands at both of its ends. */
  readonly ties: readonly ReadonlyMap<number, number>[];
}

/**
 * A network of these people. Ties of somebody with themselves are dropped, repeated ties add up, ties of people who are not in the list are left out.
 * @throws Error when somebody is listed twice, or a weight is not a number above 0
 */
export function networkOf(people: readonly string[], ties: Iterable<Tie>, directed: boolean): Network {
  const numbers = new Map(people.map((person, at) => [person, at]));
  if (numbers.size !== people.length) throw new Error('a person is listed twice');
  const kept = people.map(() => new Map<number, number>());
  for (const { from, to, weight = 1 } of ties) {
    if (!(weight > 0) || !Number.isFinite(weight)) throw new Error(`a tie weighs more than 0: ${weight}`);
    const [a, b] = [numbers.get(from), numbers.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    add(kept, a, b, weight);
    if (!directed) add(kept, b, a, weight);
  }
  return { directed, size: people.length, ties: kept };
}

/** The same network without its directions: two people are tied when one of them has a tie to the other. Weights add up. */
export function eitherWay(network: Network): Network {
  if (!network.directed) return network;
  const kept = network.ties.map(() => new Map<number, number>());
  for (const [a, theirs] of network.ties.entries()) {
    for (const [b, weight] of theirs) {
      add(kept, a, b, weight);
      add(kept, b, a, weight);
    }
  }
  return { directed: false, size: network.size, ties: kept };
}

/** How many ties there are: ordered pairs in a directed network, pairs in an undirected one. */
export function tieCount({ directed, ties }: Network): number {
  const ends = ties.reduce((sum, theirs) => sum + theirs.size, 0);
  return directed ? ends : ends / 2;
}

/** How many people each person has a tie to. */
export function outDegrees({ ties }: Network): number[] {
  return ties.map((theirs) => theirs.size);
}

/** How many people have a tie to each person. */
export function inDegrees({ ties }: Network): number[] {
  const counts = ties.map(() => 0);
  for (const theirs of ties) for (const to of theirs.keys()) counts[to] = (counts[to] ?? 0) + 1;
  return counts;
}

/** The weight of the ties from each person. */
export function outWeights({ ties }: Network): number[] {
  return ties.map((theirs) => [...theirs.values()].reduce((sum, weight) => sum + weight, 0));
}

/** The weight of the ties to each person. */
export function inWeights({ ties }: Network): number[] {
  const sums = ties.map(() => 0);
  for (const theirs of ties) for (const [to, weight] of theirs) sums[to] = (sums[to] ?? 0) + weight;
  return sums;
}

function add(ties: readonly Map<number, number>[], from: number, to: number, weight: number): void {
  ties[from]?.set(to, (ties[from]?.get(to) ?? 0) + weight);
}

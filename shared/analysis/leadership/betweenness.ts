/**
 * How often somebody stands on the shortest way between two others. Ties count as one step each, whatever they weigh.
 * L. C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40(1), 1977, 35-41; worked out as in U. Brandes,
 * "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25(2), 2001, 163-177: O(n m).
 */
import type { Network } from './network.ts';

/** By person: the sum, over all pairs of others, of the share of shortest ways that lead through them. A pair is ordered in a directed network. */
export function betweenness({ size, directed, ties }: Network): number[] {
  const through = Array.from({ length: size }, () => 0);
  const neighbours = ties.map((theirs) => [...theirs.keys()]);
  for (let source = 0; source < size; source += 1) addFrom(source, neighbours, through);
  // From both ends every pair of an undirected network is met twice.
  return directed ? through : through.map((value) => value / 2);
}

/**
 * How much one person stands between the others: 0 when all do alike, 1 for a star. Sum of (max b - b_i) over ((n - 1)^2 (n - 2) / 2),
 * or over ((n - 1)^2 (n - 2)) in a directed network. @returns null below three people
 */
export function betweennessCentralisation(network: Network): number | null {
  const { size, directed } = network;
  if (size < 3) return null;
  const values = betweenness(network);
  const greatest = Math.max(...values);
  const sum = values.reduce((total, value) => total + greatest - value, 0);
  return sum / (((size - 1) ** 2 * (size - 2)) / (directed ? 1 : 2));
}

/** Brandes' two passes for one source: outward counting shortest ways, back sharing out what depends on each. */
function addFrom(source: number, neighbours: readonly (readonly number[])[], through: number[]): void {
  const ways = new Float64Array(neighbours.length);
  const steps = new Int32Array(neighbours.length).fill(-1);
  const before: number[][] = neighbours.map(() => []);
  const reached = [source];
  ways[source] = 1;
  steps[source] = 0;
  for (let at = 0; at < reached.length; at += 1) {
    const here = reached[at] ?? source;
    const next = (steps[here] ?? 0) + 1;
    for (const there of neighbours[here] ?? []) {
      if (steps[there] === -1) {
        steps[there] = next;
        reached.push(there);
      }
      if (steps[there] !== next) continue;
      ways[there] = (ways[there] ?? 0) + (ways[here] ?? 0);
      before[there]?.push(here);
    }
  }
  shareBack(source, reached, { ways, before, through });
}

interface Walked {
  readonly ways: Float64Array;
  readonly before: readonly (readonly number[])[];
  readonly through: number[];
}

function shareBack(source: number, reached: readonly number[], { ways, before, through }: Walked): void {
  const depends = new Float64Array(ways.length);
  for (const there of reached.toReversed()) {
    const part = (1 + (depends[there] ?? 0)) / (ways[there] ?? 1);
    for (const here of before[there] ?? []) depends[here] = (depends[here] ?? 0) + (ways[here] ?? 0) * part;
    if (there !== source) through[there] = (through[there] ?? 0) + (depends[there] ?? 0);
  }
}

/**
 * How much the ties run through one person: 0 when all have the same number of ties, 1 for a star.
 * L. C. Freeman, "Centrality in social networks: conceptual clarification", Social Networks 1(3), 1978/79, 215-239. Ties of a person with
 * themselves are not part of the greatest possible sum (some packages count them, and find less).
 */
import { eitherWay, inDegrees, type Network, outDegrees } from './network.ts';

/** Undirected, a tie in either direction: sum of (max d - d_i) / ((n - 1)(n - 2)). @returns null below three people */
export function degreeCentralisation(network: Network): number | null {
  const { size } = network;
  return size < 3 ? null : shortfall(outDegrees(eitherWay(network))) / ((size - 1) * (size - 2));
}

/** 1 - centralisation. With density one of the two axes of M. Mayo, J. R. Meindl and J.-C. Pastor, "Shared leadership in work teams", 2003. */
export function decentralisation(network: Network): number | null {
  const centralised = degreeCentralisation(network);
  return centralised === null ? null : 1 - centralised;
}

/** Of a directed network, ties to a person: sum of (max d - d_i) / (n - 1)^2. @returns null below two people */
export function inCentralisation(network: Network): number | null {
  return network.size < 2 ? null : shortfall(inDegrees(network)) / (network.size - 1) ** 2;
}

/** Of a directed network, ties from a person: sum of (max d - d_i) / (n - 1)^2. @returns null below two people */
export function outCentralisation(network: Network): number | null {
  return network.size < 2 ? null : shortfall(outDegrees(network)) / (network.size - 1) ** 2;
}

function shortfall(values: readonly number[]): number {
  const greatest = values.reduce((most, value) => Math.max(most, value), 0);
  return values.reduce((sum, value) => sum + greatest - value, 0);
}

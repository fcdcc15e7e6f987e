import { type Network, tieCount } from './network.ts';

/**
 * How many of the ties that could be there are there, 0 to 1. Directed m / (n (n - 1)), undirected 2m / (n (n - 1)): m ties, n people.
 * As a measure of shared leadership: J. B. Carson, P. E. Tesluk and J. A. Marrone, "Shared leadership in teams", Academy of Management
 * Journal 50(5), 2007, who take the density of "whom do you rely on for leadership".
 * @returns null below two people
 */
export function density(network: Network): number | null {
  const { size, directed } = network;
  if (size < 2) return null;
  return (tieCount(network) * (directed ? 1 : 2)) / (size * (size - 1));
}

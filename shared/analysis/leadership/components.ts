import { eitherWay, type Network, outDegrees } from './network.ts';

/** Into how many parts a network falls when ties are walked in either direction; somebody without ties is a part of their own. */
export function componentCount(network: Network): number {
  const { size, ties } = eitherWay(network);
  const met = new Uint8Array(size);
  let parts = 0;
  for (let start = 0; start < size; start += 1) {
    if (met[start] === 1) continue;
    parts += 1;
    const waiting = [start];
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      if (met[here] === 1) continue;
      met[here] = 1;
      waiting.push(...(ties[here]?.keys() ?? []));
    }
  }
  return parts;
}

/** How many people have no tie to anybody, in either direction. */
export function isolateCount(network: Network): number {
  return outDegrees(eitherWay(network)).filter((degree) => degree === 0).length;
}

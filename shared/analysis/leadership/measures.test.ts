import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betweenness, betweennessCentralisation } from './betweenness.ts';
import { componentCount, isolateCount } from './components.ts';
import { decentralisation, degreeCentralisation, inCentralisation, outCentralisation } from './degree-centralisation.ts';
import { density } from './density.ts';
import { concentration, effectiveLeaders, effectiveLeaders2, entropy, evenness } from './diversity.ts';
import { busFactor, greatestShare, topFifthShare, variation } from './few-hands.ts';
import { gini, smallSampleGini } from './gini.ts';
import { type Network, networkOf, type Tie } from './network.ts';
import { dyadicReciprocity, dyads, edgewiseReciprocity } from './reciprocity.ts';

const ofCounts = {
  gini,
  smallSampleGini,
  entropy,
  evenness,
  concentration,
  effectiveLeaders,
  effectiveLeaders2,
  topFifthShare,
  greatestShare,
  variation,
};
const ofTies = {
  density,
  degreeCentralisation,
  decentralisation,
  inCentralisation,
  outCentralisation,
  betweennessCentralisation,
  edgewiseReciprocity,
  dyadicReciprocity,
  componentCount,
  isolateCount,
};

const counts = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 30 });
const someDone = counts.filter((list) => list.some((count) => count > 0));
const people = Array.from({ length: 9 }, (_, at) => `p${at}`);
const ties: fc.Arbitrary<Tie[]> = fc.array(
  fc.record({ from: fc.constantFrom(...people), to: fc.constantFrom(...people), weight: fc.integer({ min: 1, max: 9 }) }),
  {
    maxLength: 40,
  },
);
const shuffled = fc.shuffledSubarray(people, { minLength: people.length });

const close = (a: number | null, b: number | null): boolean => a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-9);
const within = (figure: number | null, from: number, to: number): boolean => figure === null || (figure >= from - 1e-9 && figure <= to + 1e-9);

describe('contributions', () => {
  test.each(Object.entries(ofCounts))('%s does not care who did it', (_name, measure) => {
    fc.assert(
      fc.property(
        counts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, other]) => close(measure(list), measure(other)),
      ),
    );
  });

  test.each(Object.entries(ofCounts))('%s does not care how busy the team is: ten times as much is shared alike', (_name, measure) => {
    fc.assert(fc.property(counts, (list) => close(measure(list), measure(list.map((count) => count * 10)))));
  });

  test('a silent person more makes it less equal, and changes nothing about how many lead', () => {
    fc.assert(
      fc.property(someDone, (list) => {
        const more = [...list, 0];
        expect(Number(gini(more))).toBeGreaterThanOrEqual(Number(gini(list)) - 1e-9);
        expect(Number(evenness(more))).toBeLessThanOrEqual(Number(evenness(list)) + 1e-9);
        for (const measure of [entropy, concentration, effectiveLeaders, effectiveLeaders2, greatestShare])
          expect(close(measure(more), measure(list))).toBe(true);
        expect(busFactor(more, 50)).toBe(busFactor(list, 50));
      }),
    );
  });

  test('stay within their bounds', () => {
    fc.assert(
      fc.property(someDone, (list) => {
        const n = list.length;
        expect(within(gini(list), 0, 1 - 1 / n)).toBe(true);
        expect(within(smallSampleGini(list), 0, 1)).toBe(true);
        expect(within(evenness(list), 0, 1)).toBe(true);
        expect(within(concentration(list), 1 / n, 1)).toBe(true);
        expect(within(effectiveLeaders(list), 1, n)).toBe(true);
        expect(within(effectiveLeaders2(list), 1, Number(effectiveLeaders(list)))).toBe(true);
        expect(Number(busFactor(list, 50))).toBeLessThanOrEqual(Number(busFactor(list, 80)));
        expect(within(busFactor(list, 80), 1, n)).toBe(true);
        expect(within(topFifthShare(list), 0.2 - 1e-9, 1)).toBe(true);
        expect(within(greatestShare(list), 1 / n, 1)).toBe(true);
      }),
    );
  });

  test('half is reached at half', () => {
    expect(busFactor([5, 5], 50)).toBe(1);
    expect(busFactor([3, 3, 3, 1], 50)).toBe(2);
    expect(busFactor([0.1, 0.2], 80)).toBe(2);
  });

  test('a count below nought is refused', () => {
    expect(() => gini([1, -1])).toThrow('0 or more');
    expect(() => entropy([Number.NaN])).toThrow('0 or more');
  });
});

describe('networks', () => {
  test.each(Object.entries(ofTies))('%s does not care who is who', (_name, measure) => {
    fc.assert(
      fc.property(ties, shuffled, fc.boolean(), (list, order, directed) =>
        close(measure(networkOf(people, list, directed)), measure(networkOf(order, list, directed))),
      ),
    );
  });

  test('a silent person more makes a network less dense, one part more, and as mutual as it was', () => {
    fc.assert(
      fc.property(ties, fc.boolean(), (list, directed) => {
        const before = networkOf(people, list, directed);
        const after = networkOf([...people, 'silent'], list, directed);
        expect(Number(density(after))).toBeLessThanOrEqual(Number(density(before)));
        expect(componentCount(after)).toBe(componentCount(before) + 1);
        expect(isolateCount(after)).toBe(isolateCount(before) + 1);
        expect(edgewiseReciprocity(after)).toBe(edgewiseReciprocity(before));
        expect(dyadicReciprocity(after)).toBe(dyadicReciprocity(before));
      }),
    );
  });

  test('stay between 0 and 1, and pairs add up', () => {
    fc.assert(
      fc.property(ties, fc.boolean(), (list, directed) => {
        const network = networkOf(people, list, directed);
        const shares = { density, degreeCentralisation, decentralisation, betweennessCentralisation, edgewiseReciprocity, dyadicReciprocity };
        for (const [name, measure] of Object.entries(shares)) expect(within(measure(network), 0, 1), name).toBe(true);
        if (directed) for (const measure of [inCentralisation, outCentralisation]) expect(within(measure(network), 0, 1)).toBe(true);
        const { mutual, asymmetric, none } = dyads(network);
        expect(mutual + asymmetric + none).toBe(36);
      }),
    );
  });

  test('betweenness shares a pair out over all its shortest ways', () => {
    fc.assert(
      fc.property(ties, fc.boolean(), (list, directed) => bySearch(networkOf(people, list, directed))),
      { numRuns: 50 },
    );
  });

  test('somebody listed twice, and a tie that weighs nothing, are refused', () => {
    expect(() => networkOf(['a', 'a'], [], true)).toThrow('twice');
    expect(() => networkOf(['a', 'b'], [{ from: 'a', to: 'b', weight: 0 }], true)).toThrow('more than 0');
  });
});

/** Whether betweenness is what one finds by walking every shortest way between every pair. */
function bySearch(network: Network): boolean {
  const found = Array.from({ length: network.size }, () => 0);
  for (let from = 0; from < network.size; from += 1) {
    for (let to = network.directed ? 0 : from + 1; to < network.size; to += 1) {
      const ways = from === to ? [] : shortestWays(network, from, to);
      for (const way of ways) for (const person of way.slice(1, -1)) found[person] = (found[person] ?? 0) + 1 / ways.length;
    }
  }
  return betweenness(network).every((value, at) => close(value, found[at] ?? null));
}

function shortestWays({ ties: next }: Network, from: number, to: number): number[][] {
  let ways = [[from]];
  const met = new Set([from]);
  while (ways.length > 0) {
    const arrived = ways.filter((way) => way.at(-1) === to);
    if (arrived.length > 0) return arrived;
    ways = ways.flatMap((way) =>
      [...(next[way.at(-1) ?? from]?.keys() ?? [])].filter((person) => !met.has(person)).map((person) => [...way, person]),
    );
    for (const way of ways) met.add(way.at(-1) ?? from);
  }
  return [];
}

import { describe, expect, test } from 'vitest';
import { type Figures, readNetworks, readVectors } from '#tests/fixtures/networks/read-networks.ts';
import { betweennessCentralisation } from './betweenness.ts';
import { componentCount, isolateCount } from './components.ts';
import { activeCount, type Contributions, total } from './contributions.ts';
import { decentralisation, degreeCentralisation, inCentralisation, outCentralisation } from './degree-centralisation.ts';
import { density } from './density.ts';
import { concentration, effectiveLeaders, effectiveLeaders2, entropy, evenness } from './diversity.ts';
import { busFactor, greatestShare, topFifthShare, topFifthSize, variation } from './few-hands.ts';
import { gini, smallSampleGini } from './gini.ts';
import { eitherWay, inDegrees, inWeights, type Network, networkOf, outDegrees, outWeights, tieCount } from './network.ts';
import { dyadicReciprocity, dyads, edgewiseReciprocity } from './reciprocity.ts';

/** How each figure of a golden file is worked out here; one that is not listed fails the test. */
const ofContributions: Readonly<Record<string, (counts: Contributions) => number | null>> = {
  n: (counts) => counts.length,
  active: activeCount,
  total,
  gini,
  gini_unbiased: smallSampleGini,
  entropy_nats: entropy,
  evenness,
  hhi: concentration,
  effective_contributors_hill1: effectiveLeaders,
  effective_contributors_hill2: effectiveLeaders2,
  bus_factor_50: (counts) => busFactor(counts, 50),
  bus_factor_80: (counts) => busFactor(counts, 80),
  top20pct_n: (counts) => topFifthSize(counts.length),
  top20pct_share: topFifthShare,
  max_share: greatestShare,
  cv_pop: variation,
};

const ofNetwork: Readonly<Record<string, (network: Network) => number | null | Figures>> = {
  n: (network) => network.size,
  edges: tieCount,
  total_weight: (network) => total(outWeights(network)) / (network.directed ? 1 : 2),
  density,
  centralization_indegree: inCentralisation,
  centralization_outdegree: outCentralisation,
  centralization_betweenness_directed: betweennessCentralisation,
  reciprocity_edgewise: edgewiseReciprocity,
  reciprocity_dyadic_nonnull: dyadicReciprocity,
  decentralization: decentralisation,
  dyads: (network) => {
    const { mutual, asymmetric, none } = dyads(network);
    return { mutual, asymmetric, null: none };
  },
  undirected: (network) => ({
    edges: tieCount(eitherWay(network)),
    density: density(eitherWay(network)),
    centralization_degree: degreeCentralisation(network),
    components: componentCount(network),
    isolates: isolateCount(network),
    centralization_betweenness: betweennessCentralisation(eitherWay(network)),
  }),
  shares_degree: (network) => all(outDegrees(network)),
  shares_out_degree: (network) => all(outDegrees(network)),
  shares_in_degree: (network) => all(inDegrees(network)),
  shares_out_weight: (network) => all(outWeights(network)),
  shares_in_weight: (network) => all(inWeights(network)),
};

const networks = readNetworks();
const vectors = readVectors();

test('the fixtures are all there', () => {
  expect(networks.map(({ name }) => name)).toEqual([
    'complete_directed_5',
    'empty_4',
    'florentine_marriage',
    'freeman_eies_messages',
    'krackhardt_advice',
    'krackhardt_friendship',
    'krackhardt_kite',
    'pair_2',
    'ring_6',
    'single_1',
    'star_in_6',
    'star_out_6',
    'star_undirected_6',
    'zachary_karate',
  ]);
  expect(vectors.map(({ name }) => name)).toContain('pxtextmining in 2020');
  expect(vectors.length).toBeGreaterThan(12);
});

describe.each(networks)('$name', ({ people, ties, directed, golden }) => {
  const network = networkOf(people, ties, directed);
  const { loops_dropped: loops, ...known } = golden;

  test('drops ties with oneself', () => {
    expect(ties.filter(({ from, to }) => from === to)).toHaveLength(Number(loops));
  });

  test.each(Object.keys(known))('%s', (name) => {
    const worked = ofNetwork[name]?.(network);
    expect(worked, `${name} is not worked out`).toBeDefined();
    if (worked !== undefined) matches(name, worked, known[name] ?? null);
  });
});

describe.each(vectors)('contributions: $name', ({ contributions, golden }) => {
  test('every figure is the known one', () => matches('', all(contributions), golden));
});

function all(counts: Contributions): Figures {
  return Object.fromEntries(Object.entries(ofContributions).map(([name, work]) => [name, work(counts)]));
}

function matches(name: string, worked: number | null | Figures, known: number | null | Figures): void {
  if (known === null || worked === null) return expect(worked, name).toBe(known);
  if (typeof worked === 'number')
    return expect(Math.abs(worked - Number(known)), `${name}: ${worked} is not ${JSON.stringify(known)}`).toBeLessThanOrEqual(1e-9);
  expect(typeof known, name).toBe('object');
  for (const [part, figure] of Object.entries(known as Figures)) {
    expect(worked, part).toHaveProperty(part);
    matches(`${name} ${part}`, worked[part] ?? null, figure);
  }
}

/** Random numbers that can be had again: the seed is printed when a fuzz test fails, and KINDLING_FUZZ_SEED brings it back. */
export interface Seeded {
  readonly seed: number;
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  // mulberry32, a public-domain generator by Tommy Ettinger (2017): 32 bits of state, enough for choosing.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return { seed, below, pick: (choices) => choices[below(choices.length)] ?? choices[0] };
}

/** A run of `npm test` is the same run for everybody; new ground is for longer runs, on demand. */
const usualSeed = 20_270_612;

/** The seed to use: the one asked for in KINDLING_FUZZ_SEED, a new one for `random`, else the usual one. */
export function chosenSeed(): number {
  const asked = process.env['KINDLING_FUZZ_SEED'];
  if (asked === 'random') return Math.floor(Math.random() * 2 ** 31) + 1;
  return asked === undefined ? usualSeed : Number(asked);
}

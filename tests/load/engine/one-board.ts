/** One board with many readers: how much it carries, and what a human rate costs. */
import type { Bench, BenchOptions } from '../bench.ts';
import { ms } from '../spread.ts';
import type { Table } from '../table.ts';
import { broadcast, hocuspocus } from './beside.ts';
import { type BoardsLoad, fillBoards, type LoadOptions, type Measured } from './board-load.ts';
import { judged, median, withAll } from './compare.ts';
import { diskFloor } from './disk-floor.ts';
import { makeGround } from './ground.ts';
import { kindling } from './kindling.ts';

const ladder = [100, 200, 400, 800, 1200, 1800, 2700, 4000, 6000, 9000, 13_500, 20_000, 30_000, 45_000];
/** A rate is carried when it all arrives, and no later than this. */
const carriedMs = 250;
const halvings = 2;
/** Both are compared where Hocuspocus is at its best still, and at the edge of it. */
const shares = [0.75, 1] as const;
const roundsBeside = 3;
/** A server runs for weeks: what it takes to compile its code is not what people wait for. All are warmed alike. */
const warmUp = { perSecond: 300, seconds: 10 };
const ours = 'Kindling';
const theirs = 'Hocuspocus';

export function raisedBench(name: string, options: LoadOptions): Bench {
  return {
    name,
    what: `one board, ${options.pages} clients, ${options.editors} editors, the rate raised until p99 > ${carriedMs} ms`,
    run: async ({ seconds }) => {
      const each = Math.max(1, seconds / 4);
      const climbs = await onOneBoard(options, (loads) => climb(loads, each));
      // On servers that have not been overloaded before.
      const rates = shares.map((share) => Math.round((climbs.get(theirs)?.best?.perSecond ?? 0) * share));
      const beside = await onOneBoard(options, (loads) => besideEachOther(loads, rates, each));
      return [raisedTable(options, climbs, each), besideTable(options, beside, each)];
    },
  };
}

async function onOneBoard<T>(options: LoadOptions, work: (loads: ReadonlyMap<string, BoardsLoad>) => Promise<T>): Promise<T> {
  const ground = await makeGround(1, options.editors);
  try {
    return await withAll([kindling(ground), hocuspocus(ground), broadcast()], async (running) => {
      const loads = new Map<string, BoardsLoad>();
      for (const one of running) loads.set(one.name, await fillBoards(one, ground.boards, options));
      for (const load of loads.values()) await load.run(20, 1);
      return work(loads);
    });
  } finally {
    ground.remove();
  }
}

/** How far one server got: the highest rate it carried, and the lowest it did not. */
interface Climb {
  best: Measured | null;
  broken: number;
}

interface Beside {
  readonly perSecond: number;
  readonly of: (name: string) => Measured;
}

/** Without the bare broadcast, which would be busy long after its turn with what it cannot carry. */
async function besideEachOther(loads: ReadonlyMap<string, BoardsLoad>, rates: readonly number[], seconds: number): Promise<readonly Beside[]> {
  const two = new Map([...loads].filter(([name]) => name === ours || name === theirs));
  for (const rate of ladder) if (rate <= Math.min(...rates)) await inTurns(two, { perSecond: rate, rounds: 1, seconds: seconds / 2 });
  const found: Beside[] = [];
  for (const perSecond of rates) found.push({ perSecond, of: await inTurns(two, { perSecond, rounds: roundsBeside, seconds }) });
  return found;
}

const titleOf = ({ pages, editors }: LoadOptions): string => `One board, ${pages} clients, ${editors} editors`;

function raisedTable(options: LoadOptions, climbs: ReadonlyMap<string, Climb>, seconds: number): Table {
  const best = (name: string): Measured | null => climbs.get(name)?.best ?? null;
  const row = (name: string): string[] => {
    const top = best(name);
    return [name, `${top?.perSecond ?? 0}`, (top?.deliveredPerSecond ?? 0).toFixed(0), ms(top?.p99 ?? Number.NaN)];
  };
  const ratio = judged((best(ours)?.deliveredPerSecond ?? 0) / (best(theirs)?.deliveredPerSecond ?? 0), { least: 2 });
  return {
    title: `${titleOf(options)}, the rate raised until p99 > ${carriedMs} ms`,
    head: ['server', 'edits/s carried', 'delivered/s', 'p99 ms there'],
    rows: [...[...climbs.keys()].map(row), ['ours beside Hocuspocus', '', ratio, '']],
    notes: [
      `The ladder: ${ladder.join(', ')} edits/s, then ${halvings} times halfway between what was carried and what was not; ${seconds} s each, in turns, three tries each.`,
    ],
  };
}

function besideTable(options: LoadOptions, beside: readonly Beside[], seconds: number): Table {
  const rows = beside.flatMap(({ perSecond, of }) => {
    const row = (name: string): string[] => {
      const { p50, p99, cpuUs, missing } = of(name);
      return [`${perSecond}`, name, ms(p50), ms(p99), cpuUs.toFixed(2), `${missing}`];
    };
    const [our, their] = [of(ours), of(theirs)];
    const ratios = [judged(our.p99 / their.p99, { most: 0.5 }), judged(our.cpuUs / their.cpuUs, { most: 0.5 })];
    return [row(ours), row(theirs), [`${perSecond}`, 'ours beside Hocuspocus', '', ...ratios, '']];
  });
  return {
    title: `${titleOf(options)}, at ${shares.join(' and ')} of the highest rate Hocuspocus carried`,
    head: ['edits/s', 'server', 'p50 ms', 'p99 ms', 'server CPU µs a delivery', 'not delivered'],
    rows,
    notes: [`Medians of ${roundsBeside} rounds of ${seconds} s in turns, on servers started anew.`],
  };
}

/** Up the ladder in turns, then closer to where each broke. */
async function climb(loads: ReadonlyMap<string, BoardsLoad>, seconds: number): Promise<ReadonlyMap<string, Climb>> {
  const climbs = new Map<string, Climb>([...loads.keys()].map((name) => [name, { best: null, broken: Number.POSITIVE_INFINITY }]));
  const step = async (rate: (climb: Climb) => number): Promise<void> => {
    for (const [name, load] of loads) {
      const one = climbs.get(name);
      if (one === undefined) continue;
      const perSecond = rate(one);
      if (perSecond >= one.broken || perSecond <= (one.best?.perSecond ?? 0)) continue;
      const measured = await carries(load, perSecond, seconds);
      if (measured === null) one.broken = perSecond;
      else one.best = measured;
    }
  };
  for (const rate of ladder) await step(() => rate);
  for (let n = 0; n < halvings; n++) await step(({ best, broken }) => Math.round(Math.sqrt((best?.perSecond ?? 0) * broken)));
  return climbs;
}

/** One hiccup of the machine must not decide: a rate is given three tries. */
async function carries(load: BoardsLoad, rate: number, seconds: number): Promise<Measured | null> {
  for (let n = 0; n < 3; n++) {
    const measured = await load.run(rate, seconds);
    if (measured.missing === 0 && measured.p99 <= carriedMs) return measured;
    await rested(load);
  }
  return null;
}

/** What waits from a rate that was too much must not count in the next. */
async function rested(load: BoardsLoad): Promise<void> {
  for (let n = 0; n < 4; n++) if ((await load.run(20, 0.5)).missing === 0) return;
}

interface Human extends LoadOptions {
  readonly perSecond: number;
  readonly rounds: number;
}

/** At the rate of people typing: what it costs and how long it takes, in rounds of all servers. */
export function humanBench(name: string, what: string, human: Human, rows: (our: Measured, their: Measured) => string[]): Bench {
  return {
    name,
    what,
    run: ({ seconds }: BenchOptions) =>
      onOneBoard(human, async (loads) => {
        await inTurns(loads, { ...warmUp, rounds: 1 });
        const middle = await inTurns(loads, { ...human, seconds: Math.max(2, seconds / 2) });
        const floor = await diskFloor();
        const row = (one: string): string[] => {
          const { p50, p99, cpuUs, ackP95, missing } = middle(one);
          return [one, ms(p50), ms(p99), ms(ackP95), cpuUs.toFixed(1), `${missing}`];
        };
        return [
          {
            title: what,
            head: ['server', 'p50 ms', 'p99 ms', 'ack p95 ms', 'server CPU µs a delivery', 'not delivered'],
            rows: [...[...loads.keys()].map(row), rows(middle(ours), middle(theirs))],
            notes: [
              `Medians of ${human.rounds} rounds in turns, after ${warmUp.perSecond * warmUp.seconds} edits that warmed each server. Hocuspocus acknowledges before anything is kept, Kindling when it is on the disk: one bare commit took this disk ${ms(floor.p50)} ms (p99 ${ms(floor.p99)} ms), which is the least anybody waits who waits for it.`,
            ],
          },
        ];
      }),
  };
}

/** The same rate on every server, in turns. @returns the medians of one */
async function inTurns(
  loads: ReadonlyMap<string, BoardsLoad>,
  { perSecond, rounds, seconds }: { perSecond: number; rounds: number; seconds: number },
): Promise<(name: string) => Measured> {
  const found = new Map<string, Measured[]>([...loads.keys()].map((name) => [name, []]));
  for (let n = 0; n < rounds; n++) for (const [name, load] of loads) found.get(name)?.push(await load.run(perSecond, seconds));
  return (name) => middleOf(found.get(name) ?? []);
}

function middleOf(rounds: readonly Measured[]): Measured {
  const of = (figure: keyof Measured): number => median(rounds.map((round) => round[figure]));
  return {
    perSecond: of('perSecond'),
    delivered: of('delivered'),
    deliveredPerSecond: of('deliveredPerSecond'),
    p50: of('p50'),
    p99: of('p99'),
    ackP95: of('ackP95'),
    cpuUs: of('cpuUs'),
    missing: of('missing'),
  };
}

const many = (our: Measured, their: Measured): string[] => [
  'ours beside Hocuspocus',
  '',
  `${our.p99 <= 40 ? 'holds' : 'MISSED'} (≤ 40 ms)`,
  '',
  judged(our.cpuUs / their.cpuUs, { most: 0.6 }),
  '',
];

/** Ten people who all type at once, ten letters a second each. */
export const humanMany: Bench = humanBench(
  'human-200',
  'One board, 200 clients, 10 editors, 10 edits/s each',
  { pages: 200, editors: 10, perSecond: 100, rounds: 3 },
  many,
);

/** Ten people of whom one types at a time: there is hardly anything to gather. */
export const humanSlow: Bench = humanBench(
  'human-200-slow',
  'One board, 200 clients, 10 editors, 10 edits/s together',
  { pages: 200, editors: 10, perSecond: 10, rounds: 3 },
  many,
);

export const humanFew: Bench = humanBench(
  'human-few',
  'One board, 20 clients, 5 editors, 10 edits/s together',
  { pages: 20, editors: 5, perSecond: 10, rounds: 5 },
  (our, their) => ['ours beside Hocuspocus', judged(our.p50 / their.p50, { most: 1 }), judged(our.p99 / their.p99, { most: 1 }), '', '', ''],
);

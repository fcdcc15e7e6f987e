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

const ladder = [100, 200, 400, 800, 1200, 1800, 2700, 4000, 6000, 9000, 13_500, 20_000];
/** A rate is carried when it all arrives, and no later than this. */
const carriedMs = 250;
const ours = 'Kindling';
const theirs = 'Hocuspocus';

export function raisedBench(name: string, options: LoadOptions): Bench {
  return {
    name,
    what: `one board, ${options.pages} clients, ${options.editors} editors, the rate raised until p99 > ${carriedMs} ms`,
    run: ({ seconds }) => onOneBoard(options, async (loads) => raised(loads, options, Math.max(1, seconds / 4))),
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

async function raised(loads: ReadonlyMap<string, BoardsLoad>, { pages, editors }: LoadOptions, seconds: number): Promise<Table[]> {
  const found = new Map<string, Measured[]>([...loads.keys()].map((name) => [name, []]));
  const broken = new Set<string>();
  for (const rate of ladder) {
    for (const [name, load] of loads) {
      if (broken.has(name)) continue;
      const measured = await carries(load, rate, seconds);
      if (measured === null) broken.add(name);
      else found.get(name)?.push(measured);
    }
  }
  const best = (name: string): Measured | undefined => found.get(name)?.at(-1);
  const at = (name: string, rate: number | undefined): Measured | undefined => found.get(name)?.find(({ perSecond }) => perSecond === rate);
  const their = best(theirs);
  const our = at(ours, their?.perSecond);
  const row = (name: string): string[] => {
    const top = best(name);
    const same = at(name, their?.perSecond);
    return [
      name,
      `${top?.perSecond ?? 0}`,
      (top?.deliveredPerSecond ?? 0).toFixed(0),
      ms(top?.p99 ?? Number.NaN),
      ms(same?.p50 ?? Number.NaN),
      ms(same?.p99 ?? Number.NaN),
      (same?.cpuUs ?? Number.NaN).toFixed(1),
    ];
  };
  const ratios = [
    'ours beside Hocuspocus',
    '',
    judged((best(ours)?.deliveredPerSecond ?? 0) / (their?.deliveredPerSecond ?? 0), { least: 2 }),
    '',
    '',
    judged((our?.p99 ?? Number.NaN) / (their?.p99 ?? Number.NaN), { most: 0.5 }),
    judged((our?.cpuUs ?? Number.NaN) / (their?.cpuUs ?? Number.NaN), { most: 0.5 }),
  ];
  return [
    {
      title: `One board, ${pages} clients, ${editors} editors, the rate raised until p99 > ${carriedMs} ms`,
      head: ['server', 'edits/s carried', 'delivered/s', 'p99 ms there', 'p50 ms at their best', 'p99 ms at their best', 'server CPU µs a delivery'],
      rows: [...[...loads.keys()].map(row), ratios],
      notes: [
        `"At their best" is the highest rate Hocuspocus carries (${their?.perSecond ?? 0} edits/s), the same for all. The ladder: ${ladder.join(', ')} edits/s, ${seconds} s each, in turns, three tries each.`,
      ],
    },
  ];
}

/** One hiccup of the machine must not decide: a rate is given three tries. */
async function carries(load: BoardsLoad, rate: number, seconds: number): Promise<Measured | null> {
  for (let n = 0; n < 3; n++) {
    const measured = await load.run(rate, seconds);
    if (measured.missing === 0 && measured.p99 <= carriedMs) return measured;
  }
  return null;
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
        const rounds = new Map<string, Measured[]>([...loads.keys()].map((one) => [one, []]));
        for (let n = 0; n < human.rounds; n++)
          for (const [one, load] of loads) rounds.get(one)?.push(await load.run(human.perSecond, Math.max(2, seconds / 2)));
        const floor = await diskFloor();
        const middle = (one: string): Measured => middleOf(rounds.get(one) ?? []);
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
              `Medians of ${human.rounds} rounds in turns. Hocuspocus acknowledges before anything is kept, Kindling when it is on the disk: one bare commit took this disk ${ms(floor.p50)} ms (p99 ${ms(floor.p99)} ms), which is the least anybody waits who waits for it.`,
            ],
          },
        ];
      }),
  };
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

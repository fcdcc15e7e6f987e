/** Many boards at once: many small ones beside Hocuspocus, and a thousand connections on our own server. */
import type { Bench } from '../bench.ts';
import { ms } from '../spread.ts';
import { verdict } from '../table.ts';
import { hocuspocus } from './beside.ts';
import { fillBoards, type Measured } from './board-load.ts';
import { comeTo, judged, withAll } from './compare.ts';
import { type Ground, makeGround } from './ground.ts';
import { kindling } from './kindling.ts';

interface Weighed extends Measured {
  readonly kbEach: number;
  readonly cpuEachUs: number;
}

const boards = 500;
const rounds = 3;

export const manyBoardsBench: Bench = {
  name: 'many-boards',
  what: `${boards} boards of 3 clients, each client an edit a second`,
  async run({ seconds }) {
    const ground = await makeGround(boards, 3);
    try {
      const found = new Map<string, readonly Weighed[]>();
      for (const contestant of [kindling(ground), hocuspocus(ground)])
        found.set(
          contestant.name,
          await withAll([contestant], async ([running]) => {
            if (running === undefined) throw new Error('nothing runs');
            const before = running.rss();
            const load = await fillBoards(running, ground.boards, { pages: 3, editors: 3 });
            await load.run(boards * 3, 10);
            const all: Weighed[] = [];
            for (let n = 0; n < rounds; n++) {
              const measured = await load.run(boards * 3, Math.max(3, seconds / 2));
              all.push({ ...measured, kbEach: (running.rss() - before) / boards / 1000, cpuEachUs: measured.cpuUs * 2 });
            }
            return all;
          }),
        );
      const { middle, ratio } = comeTo(found);
      return [
        {
          title: `${boards} boards, 3 clients each, every client an edit a second`,
          head: ['server', 'p50 ms', 'p99 ms', 'ack p95 ms', 'server CPU µs an edit', 'kB a board, connections included', 'not delivered'],
          rows: [
            ...[...found.keys()].map((name) => [
              name,
              ms(middle(name, 'p50')),
              ms(middle(name, 'p99')),
              ms(middle(name, 'ackP95')),
              middle(name, 'cpuEachUs').toFixed(0),
              middle(name, 'kbEach').toFixed(0),
              `${middle(name, 'missing')}`,
            ]),
            [
              'ours beside Hocuspocus',
              '',
              judged(ratio('p99'), { most: 0.5 }),
              '',
              judged(ratio('cpuEachUs'), { most: 0.75 }),
              judged(ratio('kbEach'), { most: 0.7 }),
              '',
            ],
          ],
          notes: [`Medians of ${rounds} rounds; one server after the other, for both would not fit on the machine.`],
        },
      ];
    } finally {
      ground.remove();
    }
  },
};

export const thousandBench: Bench = {
  name: 'thousand',
  what: '1,000 connections on 50 boards, 200 of them editing twice a second',
  async run({ seconds }) {
    const ground: Ground = await makeGround(50, 4);
    try {
      return await withAll([kindling(ground)], async ([running]) => {
        if (running === undefined) throw new Error('nothing runs');
        const load = await fillBoards(running, ground.boards, { pages: 20, editors: 4 });
        await load.run(400, 2);
        const { p50, p99, ackP95, cpuUs, missing } = await load.run(400, seconds);
        const mb = Math.round(running.rss() / 1e6);
        return [
          {
            title: '1,000 connections on 50 boards, 200 of them editing twice a second',
            head: ['server', 'delivery p50 ms', 'p99 ms', 'ack p95 ms', 'resident MB', 'server CPU µs a delivery', 'not delivered'],
            rows: [
              [
                'Kindling',
                ms(p50),
                ms(p99),
                `${ms(ackP95)} ${verdict(Math.round(ackP95), 150, 'ms')}`,
                verdict(mb, 600, 'MB').replace('holds', `${mb} holds`),
                cpuUs.toFixed(1),
                `${missing}`,
              ],
            ],
          },
        ];
      });
    } finally {
      ground.remove();
    }
  },
};

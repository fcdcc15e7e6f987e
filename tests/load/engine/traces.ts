/** `traces`: what people really wrote at the same time, written again by a client each, as fast as each may: nobody writes on before they have seen what the author had seen. */
import * as Y from 'yjs';
import { textOf } from '#shared/board/board-doc.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { readWrittenTogether, type WrittenTogether } from '#tests/fixtures/traces/read-traces.ts';
import { AuthorsCopy, type Sheet, tell, type Told } from '#tests/fixtures/traces/tell-again.ts';
import { bundled } from '#tests/helpers/bundled.ts';
import type { Bench } from '../bench.ts';
import type { Table } from '../table.ts';
import { hocuspocus } from './beside.ts';
import { comeTo, judged, withAll } from './compare.ts';
import type { Page, Running } from './contestant.ts';
import { type GroundBoard, makeGround } from './ground.ts';
import { kindling } from './kindling.ts';
import { promised } from './promised.ts';

const names = ['friendsforever', 'clownschool'] as const;
const rounds = 3;
/** Edits of one client that are not acknowledged yet. */
const mostOnTheWay = 100;
const longestMs = 120_000;

interface Written {
  readonly tookMs: number;
  readonly cpuMs: number;
}

export const tracesBench: Bench = {
  name: 'traces',
  what: 'two texts that people wrote at the same time, written again by real clients',
  async run() {
    const { file, remove } = await bundled('tests/load/engine/long-stories.ts');
    try {
      const tables: Table[] = [];
      for (const name of names) tables.push(await writtenAgain(name, file));
      return tables;
    } finally {
      remove();
    }
  },
};

async function writtenAgain(name: (typeof names)[number], server: string): Promise<Table> {
  const trace = readWrittenTogether(name);
  const ground = await makeGround(rounds + 1, 1);
  try {
    return await withAll([kindling(ground, { server }), hocuspocus(ground)], async (running) => {
      const found = new Map<string, Written[]>(running.map((one) => [one.name, []]));
      for (const [round, board] of ground.boards.entries()) {
        const told = tell(trace, sheetOf(board));
        for (const one of running) {
          const written = await write(one, board, told);
          // The first board is there so that no server is measured before it has run for a while.
          if (round > 0) found.get(one.name)?.push(written);
        }
      }
      return tableOf(name, trace, found);
    });
  } finally {
    ground.remove();
  }
}

function tableOf(name: string, { txns, numAgents }: WrittenTogether, found: ReadonlyMap<string, readonly Written[]>): Table {
  const { middle, ratio } = comeTo(found);
  return {
    title: `${name}: ${txns.length.toLocaleString('en')} edits of ${numAgents} people who wrote at the same time`,
    head: ['server', 's until everybody has it all', 'fastest and slowest round', 'server CPU s'],
    rows: [
      ...[...found].map(([one, written]) => {
        const times = written.map(({ tookMs }) => tookMs);
        return [
          one,
          seconds(middle(one, 'tookMs')),
          `${seconds(Math.min(...times))} to ${seconds(Math.max(...times))}`,
          seconds(middle(one, 'cpuMs')),
        ];
      }),
      ['ours beside Hocuspocus', judged(ratio('tookMs'), { most: 0.65 }), '', ratio('cpuMs').toFixed(2)],
    ],
    notes: [
      `Medians of ${rounds} rounds in turns, after one that is not counted. An update an edit, sent as soon as its author has what it was made after, at most ${mostOnTheWay} of a client not acknowledged; Kindling's clients put together what they write while an edit is on its way, as its pages do. It ends when every client has every edit and every edit is acknowledged. Each time every client read the text of the trace, letter by letter. It is longer than a story may be, so that one limit is raised.`,
    ],
  };
}

function sheetOf({ state, cards: [card = ''] }: GroundBoard): Sheet {
  return {
    copy() {
      const doc = newBoardDoc();
      Y.applyUpdate(doc, state);
      return doc;
    },
    text(doc) {
      const text = textOf(doc, card, 'whatHappened');
      if (text === null) throw new Error('the card has no text');
      return text;
    },
  };
}

/** @throws Error when a client does not end with the text */
async function write(running: Running, board: GroundBoard, told: Told): Promise<Written> {
  const writers = told.edits.map((_, author) => new Writer(told, author));
  for (const [nth, writer] of writers.entries()) await writer.join(running, board.id, nth);
  const cpuBefore = running.cpuMs();
  const began = performance.now();
  const late = setTimeout(() => writers.forEach((writer) => writer.giveUp(running.name)), longestMs);
  for (const writer of writers) writer.begin();
  await Promise.all(writers.map(({ done }) => done));
  const written = { tookMs: performance.now() - began, cpuMs: running.cpuMs() - cpuBefore };
  clearTimeout(late);
  for (const writer of writers) {
    if (writer.text !== told.text) throw new Error(`a client of ${running.name} does not read the text`);
    writer.leave();
  }
  return written;
}

/** One client: its line, and the copy of its author. */
class Writer {
  readonly #copy: AuthorsCopy;
  readonly #done = promised();
  #page: Page | null = null;
  #hasBegun = false;
  #sent = 0;
  #acknowledged = 0;

  constructor(told: Told, author: number) {
    this.#copy = new AuthorsCopy(told, author);
  }

  get done(): Promise<void> {
    return this.#done.promise;
  }

  get text(): string {
    return this.#copy.text;
  }

  async join(running: Running, boardId: string, nth: number): Promise<void> {
    this.#page = await running.join({
      boardId,
      nth,
      heard: (update) => {
        this.#copy.take(update);
        this.#writeOn();
      },
      acknowledged: () => {
        this.#acknowledged++;
        this.#writeOn();
      },
      ended: () => this.#done.reject(new Error(`${running.name} ended the line of a client`)),
    });
  }

  /** Nothing is written before everybody is there, whatever is heard until then. */
  begin(): void {
    this.#hasBegun = true;
    this.#writeOn();
  }

  giveUp(server: string): void {
    this.#done.reject(new Error(`${server} is too slow, or refuses: ${this.#acknowledged} of ${this.#sent} edits of a client are acknowledged`));
  }

  leave(): void {
    this.#page?.leave();
  }

  /** Writes what may be written by now. */
  #writeOn(): void {
    while (this.#hasBegun && this.#sent - this.#acknowledged < mostOnTheWay) {
      const update = this.#copy.write();
      if (update === null) break;
      this.#sent++;
      this.#page?.send(update);
    }
    if (this.#acknowledged === this.#sent && this.#copy.isWhole) this.#done.resolve();
  }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}

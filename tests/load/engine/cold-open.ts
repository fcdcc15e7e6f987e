/** `cold-open`: the first page to open a large board after a start. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as Y from 'yjs';
import { textOf } from '#shared/board/board-doc.ts';
import { readPaper } from '#tests/fixtures/traces/read-traces.ts';
import type { Bench } from '../bench.ts';
import { ms } from '../spread.ts';
import { fillHocuspocus, hocuspocus } from './beside.ts';
import { comeTo, judged } from './compare.ts';
import type { Contestant } from './contestant.ts';
import { type Ground, makeGround, putState } from './ground.ts';
import { kindling } from './kindling.ts';

const rounds = 7;

interface Opened {
  readonly tookMs: number;
  readonly cpuMs: number;
}

export const coldOpenBench: Bench = {
  name: 'cold-open',
  what: 'the first page to open a board of 259,778 edits after a start',
  async run() {
    const ground = await makeGround(2, 1);
    const beside = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
    try {
      const [board, warm] = ground.boards;
      if (board === undefined || warm === undefined) throw new Error('no board');
      const paper = readPaper();
      const { state, edits } = write(board.state, board.cards[0] ?? '', paper.patches);
      await putState(ground.dataDir, board.id, state);
      const filled: Ground = { ...ground, boards: [{ ...board, state }, warm] };
      await fillHocuspocus(filled, beside);
      const contestants = [kindling(filled), hocuspocus(filled, beside)];
      const found = new Map<string, Opened[]>();
      for (let n = 0; n < rounds; n++)
        for (const one of contestants) found.set(one.name, [...(found.get(one.name) ?? []), await openCold(one, filled, paper.endContent)]);
      const { middle, ratio } = comeTo(found);
      const row = ({ name }: Contestant): string[] => [name, ms(middle(name, 'tookMs')), ms(middle(name, 'cpuMs'))];
      return [
        {
          title: `Cold open of a board of ${edits.toLocaleString('en')} edits (${(state.length / 1000).toFixed(0)} kB)`,
          head: ['server', 'ms from asking to the whole board', 'server CPU ms'],
          rows: [
            ...contestants.map(row),
            ['ours beside Hocuspocus', judged(ratio('tookMs'), { most: 0.25 }), judged(ratio('cpuMs'), { most: 0.15 })],
          ],
          notes: [
            `Medians of ${rounds} starts in turns. The text is longer than a card may be, so it was put into both databases and not typed; a small board was opened before, so that no server pays for its first page.`,
          ],
        },
      ];
    } finally {
      ground.remove();
      rmSync(beside, { recursive: true, force: true });
    }
  },
};

async function openCold(contestant: Contestant, { boards: [board, warm] }: Ground, text: string): Promise<Opened> {
  if (board === undefined || warm === undefined) throw new Error('no board');
  const running = await contestant.start();
  try {
    for (let n = 0; n < 3; n++) (await running.join({ boardId: warm.id, nth: n, heard: () => undefined })).leave();
    const cpuBefore = running.cpuMs();
    const began = performance.now();
    let state: Uint8Array | null = null;
    const page = await running.join({ boardId: board.id, nth: 0, heard: () => undefined, opened: (all) => (state = all) });
    const tookMs = performance.now() - began;
    // A tick of the system's clock of processor time is 10 ms: what is left of the work is waited for.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const cpuMs = running.cpuMs() - cpuBefore;
    page.leave();
    if (state === null || !reads(state, board.cards[0] ?? '', text)) throw new Error(`${contestant.name} sent another board`);
    return { tookMs, cpuMs };
  } finally {
    await running.end();
  }
}

function reads(state: Uint8Array, card: string, text: string): boolean {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return textOf(doc, card, 'whatHappened')?.toString() === text;
}

function write(state: Uint8Array, card: string, patches: ReturnType<typeof readPaper>['patches']): { state: Uint8Array; edits: number } {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const text = textOf(doc, card, 'whatHappened');
  if (text === null) throw new Error('the card has no text');
  for (const [at, deleted, put] of patches) {
    if (deleted > 0) text.delete(at, deleted);
    if (put !== '') text.insert(at, put);
  }
  return { state: Y.encodeStateAsUpdate(doc), edits: patches.length };
}

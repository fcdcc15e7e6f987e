/** `kills`: the server ended without warning while people type, again and again; what was acknowledged or shown to somebody and is gone afterwards is counted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as Y from 'yjs';
import type { Bench } from '../bench.ts';
import { fillHocuspocus, hocuspocus } from './beside.ts';
import type { Contestant, Running } from './contestant.ts';
import { type Editor, makeEditor } from './editor.ts';
import { type Ground, makeGround } from './ground.ts';
import { kindling } from './kindling.ts';

const rounds = Number(process.env['KINDLING_KILL_ROUNDS'] ?? 100);
const writers = 3;
/** Each writer's pause between two edits, and how long the rounds take: from short ones to long ones, and again. */
const pauseMs = 10;
const shortestMs = 300;
const longestMs = 3000;

/** By Yjs client id: how far somebody was told that it is safe, or was shown it. */
type Promised = Map<number, number>;

interface Counted {
  promised: number;
  lost: number;
  roundsWithLoss: number;
}

export const killsBench: Bench = {
  name: 'kills',
  what: `${rounds} kills without warning while ${writers} people type`,
  async run() {
    const ground = await makeGround(1, writers);
    const beside = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
    const own = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
    try {
      await fillHocuspocus(ground, beside);
      const contestants = [kindling(ground, { kept: own }), hocuspocus(ground, beside)];
      const found = await Promise.all(contestants.map((contestant) => killed(contestant, ground)));
      const row = ({ promised, lost, roundsWithLoss }: Counted, at: number): string[] => [
        contestants[at]?.name ?? '',
        `${promised}`,
        `${lost}`,
        `${((100 * lost) / promised).toFixed(1)} %`,
        `${roundsWithLoss} of ${rounds}`,
      ];
      return [
        {
          title: `SIGKILL under load, ${rounds} rounds`,
          head: ['server', 'edits acknowledged or delivered', 'lost', 'share', 'rounds with a loss'],
          rows: found.map(row),
          notes: [
            `${writers} people on one board, an edit every ${pauseMs} ms each, killed after ${shortestMs} to ${longestMs} ms. Both servers side by side; an edit is a letter, and is lost when it was acknowledged to its writer or shown to somebody else and is not in the board that opens after the next start.`,
          ],
        },
      ];
    } finally {
      ground.remove();
      for (const folder of [beside, own]) rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function killed(contestant: Contestant, { boards: [board] }: Ground): Promise<Counted> {
  if (board === undefined) throw new Error('no board');
  const counted: Counted = { promised: 0, lost: 0, roundsWithLoss: 0 };
  let promised: Promised = new Map();
  for (let round = 0; ; round++) {
    const running = await contestant.start();
    const state = await stateOf(running, board.id);
    count(counted, promised, Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state)));
    promised = new Map();
    if (round < rounds) {
      const stops = await Promise.all(board.cards.map((card, nth) => type(running, board.id, nth, makeEditor(state, card), promised)));
      await new Promise((resolve) => setTimeout(resolve, shortestMs + ((longestMs - shortestMs) * (round % 10)) / 9));
      await running.kill();
      for (const stop of stops) stop();
    }
    if (round === rounds) {
      await running.end();
      return counted;
    }
  }
}

function count(counted: Counted, promised: Promised, there: ReadonlyMap<number, number>): void {
  let lost = 0;
  for (const [client, clock] of promised) {
    counted.promised += clock;
    lost += Math.max(0, clock - (there.get(client) ?? 0));
  }
  counted.lost += lost;
  if (lost > 0) counted.roundsWithLoss++;
}

async function stateOf(running: Running, boardId: string): Promise<Uint8Array> {
  let state: Uint8Array | null = null;
  const page = await running.join({ boardId, nth: 0, heard: () => undefined, opened: (all) => (state = all && new Uint8Array(all)) });
  page.leave();
  if (state === null) throw new Error('no board was sent');
  return state;
}

/** Somebody who types until stopped. @returns what stops it */
async function type(running: Running, boardId: string, nth: number, editor: Editor, promised: Promised): Promise<() => void> {
  const promise = (client: number, clock: number): void => void promised.set(client, Math.max(clock, promised.get(client) ?? 0));
  let acknowledged = 0;
  const page = await running.join({
    boardId,
    nth,
    heard: (update) => {
      // Only what was typed in this round: a board that opens is sent as a whole.
      for (const { id, length } of Y.decodeUpdate(update).structs) if (id.client !== editor.client) promise(id.client, id.clock + length);
    },
    acknowledged: () => promise(editor.client, ++acknowledged),
  });
  editor.prepare(Math.ceil((longestMs / pauseMs) * 2));
  const timer = setInterval(() => page.send(editor.next()), pauseMs);
  return () => {
    clearInterval(timer);
    page.leave();
  };
}

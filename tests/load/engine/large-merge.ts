/** `large-merge`: what was written in a long time without a line comes back on one board, while people type on another. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as Y from 'yjs';
import { textOf } from '#shared/board/board-doc.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import type { Bench } from '../bench.ts';
import { serve, type Served } from '../served.ts';
import { ms } from '../spread.ts';
import { fillBoards, type Measured } from './board-load.ts';
import { type Ground, type GroundBoard, makeGround } from './ground.ts';
import { joinKindling } from './kindling.ts';

const typing = { pages: 2, editors: 1, perSecond: 50, seconds: 10 };
/** Of one letter each: as much as one merge may hold. */
const pieces = 39_000;
const merges = 4;

export const largeMergeBench: Bench = {
  name: 'large-merge',
  what: `${merges} merges of ${pieces} pieces on one board, while somebody types on another`,
  async run() {
    const ground = await makeGround(2, 1);
    const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
    cpSync(ground.dataDir, dataDir, { recursive: true });
    const served = await serve({ dataDir });
    try {
      const [merged, typed] = ground.boards;
      if (merged === undefined || typed === undefined) throw new Error('two boards are needed');
      const updates = away(merged);
      const load = await fillBoards(running(served, ground), [typed], typing);
      await load.run(300, 5);
      const quiet = await load.run(typing.perSecond, typing.seconds);
      await served.memory();
      const took: number[] = [];
      const [beside] = await Promise.all([load.run(typing.perSecond, typing.seconds), mergeAll(served, ground, merged, updates, took)]);
      const { delayMaxMs } = await served.memory();
      load.leave();
      const row = (what: string, { p50, p99, ackP95 }: Measured): string[] => [what, ms(p50), ms(p99), ms(ackP95)];
      return [
        {
          title: `${merges} merges of ${pieces} pieces on one board, while somebody types on another`,
          head: ['on the other board', 'p50 ms', 'p99 ms', 'ack p95 ms'],
          rows: [row('before', quiet), row('meanwhile', beside)],
          notes: [
            `A merge took ${took.map((one) => `${Math.round(one)} ms`).join(', ')}; of that the event loop stood still at most ${ms(delayMaxMs)} ms at a time.`,
          ],
        },
      ];
    } finally {
      await served.end();
      rmSync(dataDir, { recursive: true, force: true });
      ground.remove();
    }
  },
};

function running(served: Served, { cookies }: Ground): Parameters<typeof fillBoards>[0] {
  return {
    name: 'Kindling',
    join: (page) => joinKindling(served.url, cookies[page.nth] ?? '', page),
    cpuMs: () => served.cpuMs() ?? 0,
    rss: () => served.rss(),
    kill: () => served.kill(),
    end: () => served.end(),
  };
}

/** What somebody wrote and took back again, over and over, in merges that follow each other. */
function away({ state, cards: [card = ''] }: GroundBoard): Uint8Array[] {
  const doc = newBoardDoc();
  Y.applyUpdate(doc, state);
  const text = textOf(doc, card, 'whatHappened');
  if (text === null) throw new Error('the card has no text');
  return Array.from({ length: merges }, () => {
    const before = Y.encodeStateVector(doc);
    for (let n = 0; n < pieces; n++) {
      // In front of the one before, so that they are never one piece.
      text.insert(0, 'w');
      if (text.length > 3000) text.delete(1000, 2000);
    }
    return Y.encodeStateAsUpdate(doc, before);
  });
}

async function mergeAll(
  served: Served,
  { cookies: [cookie = ''] }: Ground,
  { id }: GroundBoard,
  updates: readonly Uint8Array[],
  took: number[],
): Promise<void> {
  for (const update of updates) {
    const began = performance.now();
    const answer = await fetch(`${served.url}/api/boards/${id}/merge?epoch=1&version=${boardVersion}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', cookie },
      body: new Uint8Array(update),
    });
    if (!answer.ok) throw new Error(`a merge was refused: ${await answer.text()}`);
    took.push(performance.now() - began);
  }
}

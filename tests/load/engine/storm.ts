/** `storm`: the server ends under a thousand connections and starts again; all of them come back by themselves, some with unsent words. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { textOf } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { type BoardProvider, openBoardProvider } from '#client/realtime/board-provider.ts';
import { type Connection, makeConnection } from '#client/realtime/connection.ts';
import { memoryDevice } from '#client/realtime/memory-device.ts';
import type { Bench } from '../bench.ts';
import { serve } from '../served.ts';
import { ms } from '../spread.ts';
import { verdict } from '../table.ts';
import { type Ground, makeGround } from './ground.ts';

const [boards, pagesEach, writersEach] = [50, 20, 4];

interface Page {
  readonly connection: Connection;
  readonly provider: BoardProvider;
  readonly boardId: string;
}

export const stormBench: Bench = {
  name: 'storm',
  what: '1,000 connections on 50 boards come back after a restart, 200 of them with unsent words',
  async run() {
    const ground = await makeGround(boards, writersEach);
    const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
    cpSync(ground.dataDir, dataDir, { recursive: true });
    let served = await serve({ dataDir });
    try {
      const pages = openAll(served.url, ground);
      await Promise.all(pages.map(inStep));
      await served.kill();
      await Promise.all(pages.map(({ provider }) => when(provider, () => provider.status().line === 'offline')));
      for (const board of ground.boards)
        pages
          .filter(({ boardId }) => boardId === board.id)
          .slice(0, writersEach)
          .forEach(({ provider }, n) => textOf(provider.doc, board.cards[n] ?? '', 'whatHappened')?.insert(0, `written while it was away ${n}`));
      served = await serve({ dataDir, env: { PORT: new URL(served.url).port } });
      const began = performance.now();
      await Promise.all(pages.map((page) => inStep(page).then(() => page)));
      await Promise.all(pages.map(({ provider, boardId }) => when(provider, () => hasAll(provider, boardId, ground))));
      const tookMs = performance.now() - began;
      const { delayP99Ms, delayMaxMs } = await served.memory();
      const mb = Math.round(served.rss() / 1e6);
      for (const { provider, connection } of pages) {
        await provider.close();
        connection.close();
      }
      return [
        {
          title: '1,000 connections on 50 boards come back after a restart, 200 with unsent words',
          head: ['server', 's until all are in step', 'event loop delay p99 ms', 'most ms', 'resident MB'],
          rows: [['Kindling', `${(tookMs / 1000).toFixed(1)}`, ms(delayP99Ms), ms(delayMaxMs), `${mb} ${verdict(mb, 600, 'MB')}`]],
          notes: [
            'In step: connected, opened, everything sent acknowledged, and the words of all four writers of the board there. Clients wait up to 10 s, by chance.',
          ],
        },
      ];
    } finally {
      await served.end();
      ground.remove();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

function openAll(url: string, { boards: all, cookies }: Ground): Page[] {
  return all.flatMap(({ id: boardId }) =>
    Array.from({ length: pagesEach }, (_, n): Page => {
      const connection = makeConnection(url, { cookie: cookies[n % cookies.length] ?? '' });
      return { boardId, connection, provider: openBoardProvider({ boardId, personId: `person-${n}`, connection, device: memoryDevice(), newId }) };
    }),
  );
}

function inStep({ provider }: Page): Promise<void> {
  return when(provider, () => provider.status().loaded && provider.status().line === 'saved');
}

function when(provider: BoardProvider, wanted: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!wanted()) return;
      end();
      provider.doc.off('afterTransaction', check);
      resolve();
    };
    const end = provider.subscribe(check);
    provider.doc.on('afterTransaction', check);
    check();
  });
}

function hasAll({ doc }: BoardProvider, boardId: string, ground: Ground): boolean {
  const cards = ground.boards.find(({ id }) => id === boardId)?.cards ?? [];
  return cards.every((card, n) => textOf(doc, card, 'whatHappened')?.toString().startsWith(`written while it was away ${n}`) === true);
}

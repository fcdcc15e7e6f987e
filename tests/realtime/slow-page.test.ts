import type { Socket as TcpSocket } from 'node:net';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, endPosition, textOf } from '#shared/board/board-doc.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { newId } from '#shared/lib/ids.ts';
import { packetParser } from '#shared/realtime/packet-parser.ts';
import { localOrigin } from '#shared/board/origins.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { openBoard, saved, until } from '#tests/helpers/live.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
let ruth: Somebody;
beforeAll(async () => {
  server = await startTestServer();
  [amina, ruth] = [await server.join('Amina'), await server.join('Ruth')];
});
afterAll(() => server.close());

/** A page whose connection can be left unread. */
async function aPage(who: Somebody, boardId: string) {
  const socket = io(server.url, { parser: packetParser, transports: ['websocket'], extraHeaders: { cookie: who.cookie() } });
  await new Promise<void>((resolve) => void socket.on('connect', resolve));
  const open = (stateVector: Uint8Array) => socket.emitWithAck('board:open', { boardId, epoch: 1, version: boardVersion, stateVector });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array((await open(new Uint8Array())).update));
  socket.on('board:update', (news: { update: Uint8Array }) => Y.applyUpdate(doc, new Uint8Array(news.update)));
  // The engine's transport holds the connection; its types do not say so.
  const engine = socket.io.engine as unknown as { transport: { ws: { _socket: TcpSocket } } };
  return { socket, doc, open, tcp: engine.transport.ws._socket };
}

test('[B40] a page that does not read is sent no more edits, costs bounded memory, and catches up when it reads again', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const a = openBoard({ url: server.url, who: amina, boardId });
  await until(a.provider, saved);
  const { doc } = a.provider;
  const id = newId();
  addElement(doc, { id, kind: 'story', position: endPosition(doc), values: { title: 'A long story' } });
  await until(a.provider, saved);
  const slow = await aPage(ruth, boardId);
  const behind = new Promise<void>((resolve) => void slow.socket.on('board:behind', () => resolve()));
  slow.tcp.pause();
  const text = textOf(doc, id, 'whatHappened');
  if (text === null) throw new Error('a story has what happened');
  // First the system's own buffers fill, some megabytes; then packets wait in the server.
  const write = async (from: number, to: number): Promise<void> => {
    for (let n = from; n < to; n += 2) {
      for (const m of [n, n + 1]) {
        doc.transact(() => {
          text.delete(0, text.length);
          text.insert(0, `${m} `.padEnd(9600, 'x'));
        }, localOrigin);
      }
      await until(a.provider, saved);
    }
  };
  let written = 0;
  while (server.realtime.mostWaiting() < 256 && written < 6000) await write(written, (written += 20));
  expect(server.realtime.mostWaiting()).toBeGreaterThanOrEqual(256);
  await write(written, written + 60);
  expect(server.realtime.mostWaiting()).toBeLessThan(290);
  slow.tcp.resume();
  await behind;
  Y.applyUpdate(slow.doc, new Uint8Array((await slow.open(Y.encodeStateVector(slow.doc))).update));
  expect(textOf(slow.doc, id, 'whatHappened')?.toString()).toBe(text.toString());
  slow.socket.disconnect();
  await a.close();
});

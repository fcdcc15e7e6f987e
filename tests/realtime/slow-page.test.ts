import type { Socket as TcpSocket } from 'node:net';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, endPosition, textOf } from '#shared/board/board-doc.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { newId } from '#shared/lib/ids.ts';
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
  const socket = io(server.url, { transports: ['websocket'], extraHeaders: { cookie: who.cookie() } });
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
  let most = 0;
  for (let n = 0; n < 4000; n++) {
    doc.transact(() => {
      text.delete(0, text.length);
      text.insert(0, `${n} `.padEnd(4800, 'x'));
    }, localOrigin);
    if (n % 2 === 1) await until(a.provider, saved);
    most = Math.max(most, server.realtime.mostWaiting());
    if (most >= 256 && n % 100 === 0 && server.realtime.mostWaiting() <= 260 && n > 3000) break;
  }
  expect(most).toBeGreaterThanOrEqual(256);
  expect(most).toBeLessThan(280);
  slow.tcp.resume();
  await behind;
  Y.applyUpdate(slow.doc, new Uint8Array((await slow.open(Y.encodeStateVector(slow.doc))).update));
  expect(textOf(slow.doc, id, 'whatHappened')?.toString()).toBe(text.toString());
  slow.socket.disconnect();
  await a.close();
});

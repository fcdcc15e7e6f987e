/** The server comes back with an older copy of its database: what people's devices remember and the server does not. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { openBoard, saved, until } from '#tests/helpers/live.ts';
import { startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const [dataDir, backup] = [mkdtempSync(path.join(tmpdir(), 'kindling-')), mkdtempSync(path.join(tmpdir(), 'kindling-'))];
const servers: TestServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
  for (const folder of [dataDir, backup]) rmSync(folder, { recursive: true, force: true });
});

async function start(folder: string): Promise<TestServer> {
  const server = await startTestServer({ dataDir: folder });
  servers.push(server);
  return server;
}

const aCard = (doc: Y.Doc, title: string): void => addElement(doc, { id: newId(), kind: 'blocker', position: endPosition(doc), values: { title } });
const titles = (doc: Y.Doc): string[] =>
  listElements(doc)
    .elements.map(({ values }) => values.title)
    .sort();

test('[B23] [B36] after an older copy of the database is put back nobody is locked out, and words the server lost are offered to their writer', async () => {
  let server = await start(dataDir);
  const [amina, ruth] = [await server.join('Amina'), await server.join('Ruth')];
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  await server.app.boards.edit(boardId, amina.personId, (doc) => aCard(doc, 'Before the copy'));
  await server.close();
  servers.pop();
  cpSync(dataDir, backup, { recursive: true });
  server = await start(dataDir);
  const [a, r] = [openBoard({ url: server.url, who: amina, boardId }), openBoard({ url: server.url, who: ruth, boardId })];
  await Promise.all([until(a.provider, saved), until(r.provider, saved)]);
  aCard(a.provider.doc, 'Amina after the copy');
  aCard(r.provider.doc, 'Ruth after the copy');
  await Promise.all([a, r].map(({ provider }) => until(provider, (status, doc) => saved(status) && titles(doc).length === 3)));
  await Promise.all([a.close(), r.close()]);
  await server.close();
  servers.pop();

  const older = await start(backup);
  const back = [
    { who: amina, device: a.device },
    { who: ruth, device: r.device },
  ].map(({ who, device }) => openBoard({ url: older.url, who, boardId, device }));
  const mine = ['Amina after the copy', 'Ruth after the copy'];
  // What a device alone remembers of its own person may go in; what it remembers of others is not theirs to bring, and is handed back.
  await Promise.all(back.map(({ provider }) => until(provider, saved, 'being saved again')));
  for (const [at, { provider }] of back.entries()) {
    const [own = ''] = mine.slice(at);
    const offered = provider
      .status()
      .handedBack.map(({ words }) => words)
      .join('\n');
    expect(`${titles(provider.doc).join('\n')}\n${offered}`).toContain(own);
    aCard(provider.doc, `Going on ${at}`);
  }
  await Promise.all(
    back.map(({ provider }) =>
      until(provider, (status, doc) => saved(status) && titles(doc).includes('Going on 0') && titles(doc).includes('Going on 1')),
    ),
  );
  const [one, other] = back.map(({ provider }) => titles(provider.doc));
  expect(one).toEqual(other);
  expect(one).toContain('Before the copy');
  for (const board of back) await board.close();
});

/** A disk without room under a real server: what cannot be kept is refused honestly, what was acknowledged stays, and everything goes on when there is room. */
import { afterAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { BoardProvider } from '#client/realtime/board-provider.ts';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { openBoard, saved, until } from '#tests/helpers/live.ts';
import { rawPage, type RawPage } from '#tests/helpers/raw-page.ts';
import type { ServerProcess } from '#tests/helpers/server-process.ts';
import { boundedFile, type SmallDisk, smallFileSystem } from '#tests/helpers/small-disk.ts';
import { type Somebody, startTestServer } from '#tests/helpers/test-server.ts';

const disks: readonly (readonly [string, SmallDisk | null])[] = [
  ['a file that may not grow', boundedFile()],
  ['a small file system', smallFileSystem()],
];
afterAll(() => disks.forEach(([, disk]) => disk?.remove()));

const long = 'A long word about waiting. '.repeat(8);
const aCard = (doc: Y.Doc, title: string): void =>
  addElement(doc, { id: newId(), kind: 'blocker', position: endPosition(doc), values: { title, whatWouldFreeUs: long } });
const titles = (doc: Y.Doc): string[] =>
  listElements(doc)
    .elements.map(({ values }) => values.title)
    .sort();

async function isReady({ url }: ServerProcess): Promise<boolean> {
  return (await fetch(`${url}/readyz`)).ok;
}

/** Asks once more each time until it is so; the test's own time limit is the only other end. */
async function becomes(wanted: () => Promise<boolean>): Promise<void> {
  while (!(await wanted()));
}

async function pledge(server: ServerProcess, who: Somebody, initiativeId: string): Promise<{ pledgeId: string; answer: Response }> {
  const pledgeId = newId();
  const answer = await fetch(`${server.url}/api/v1/initiatives/${initiativeId}/pledges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: who.cookie() },
    body: JSON.stringify({ pledgeId, kind: 'time', what: long, until: null }),
  });
  return { pledgeId, answer };
}

/** @returns the pledges that were kept */
async function pledgeUntilRefused(server: ServerProcess, who: Somebody, initiativeId: string): Promise<string[]> {
  for (const kept: string[] = []; ;) {
    const { pledgeId, answer } = await pledge(server, who, initiativeId);
    if (answer.ok) {
      kept.push(pledgeId);
      continue;
    }
    expect([answer.status, await answer.json()]).toEqual([503, { code: 'unavailable', reason: 'problem.not-saved', retryAfterMs: 5000 }]);
    return kept;
  }
}

/** Adds cards until one is refused. @returns the bytes that were */
async function writeUntilRefused({ doc, edit }: RawPage): Promise<Uint8Array> {
  for (let n = 0; ; n++) {
    const known = Y.encodeStateVector(doc);
    aCard(doc, `Ruth ${n}`);
    const update = Y.encodeStateAsUpdate(doc, known);
    const answer = await edit(update);
    if (answer.ok) continue;
    expect(answer).toEqual({ ok: false, problem: { code: 'unavailable', reason: 'problem.not-kept', retryAfterMs: 1000 } });
    return update;
  }
}

/** Adds cards until one is not saved, and the server has said so. */
async function typeUntilNotSaved(server: ServerProcess, provider: BoardProvider): Promise<void> {
  for (let n = 0; saved(provider.status()); n++) {
    const failed = failures(server);
    aCard(provider.doc, `Amina ${n}`);
    await becomes(async () => {
      await isReady(server);
      return failures(server) > failed || saved(provider.status());
    });
  }
}

const failures = (server: ServerProcess): number => server.said().split('a board commit failed').length;

describe.each(disks)('%s', (_name, disk) => {
  let ruth: Somebody;
  let boardId = '';
  test.skipIf(disk === null)('[B29] [B47] [DB14] refuses what it cannot keep, loses nothing it acknowledged, and goes on by itself', async () => {
    if (disk === null) return;
    const { dataDir } = disk;
    const before = await startTestServer({ dataDir });
    const amina = await before.join('Amina');
    ruth = await before.join('Ruth');
    boardId = await aBoard(before.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
    await before.close();
    const server = await disk.start();
    const { provider, close } = openBoard({ url: server.url, who: amina, boardId });
    const page = await rawPage(server.url, ruth, boardId);
    await until(provider, saved, 'being open');
    expect(await isReady(server)).toBe(true);

    await disk.fill(server);
    const kept = await pledgeUntilRefused(server, ruth, boardId);
    expect(await isReady(server)).toBe(false);
    const refused = await writeUntilRefused(page);
    await typeUntilNotSaved(server, provider);
    expect(provider.status()).toMatchObject({ unsent: true, mayEdit: true, handedBack: [], closed: null });
    expect(await isReady(server)).toBe(false);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/api/v1/initiatives/${boardId}`, { headers: { cookie: amina.cookie() } })).status).toBe(200);

    await disk.empty(server);
    await becomes(() => isReady(server));
    expect(await page.edit(refused)).toMatchObject({ ok: true });
    await until(provider, saved, 'being saved by itself');
    const { pledgeId, answer } = await pledge(server, ruth, boardId);
    expect(answer.status).toBe(200);
    const written = [...new Set([...titles(page.doc), ...titles(provider.doc)])].sort();
    await close();
    page.close();
    await server.end('SIGKILL');
    expect(server.said()).not.toContain(long);

    const after = await startTestServer({ dataDir });
    try {
      const { room, release } = await after.app.boards.hold(boardId);
      expect(room.damaged).toBe(false);
      expect(await room.look(titles)).toEqual(written);
      release();
      const { sql, t } = after.app.db;
      expect((await sql.select({ id: t.pledge.id }).from(t.pledge)).map((row) => row.id).sort()).toEqual([...kept, pledgeId].sort());
    } finally {
      await after.close();
    }
  });

  test.skipIf(disk === null)('[DB14] ends in order without room', async () => {
    if (disk === null) return;
    const server = await disk.start();
    // Enough that the file would have to grow.
    for (let n = 0; n < 25; n++) expect((await pledge(server, ruth, boardId)).answer.status).toBe(200);
    await disk.fill(server);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});

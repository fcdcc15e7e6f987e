/** SIGKILL under load: whatever was acknowledged or delivered is there afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardRoots } from '#shared/board/layout.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { newId } from '#shared/lib/ids.ts';
import { type Connection, makeConnection } from '#client/realtime/connection.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { startServerProcess } from '#tests/helpers/server-process.ts';
import { type Somebody, startTestServer } from '#tests/helpers/test-server.ts';

const rounds = Number(process.env['KINDLING_KILL_ROUNDS'] ?? 5);
const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-'));
let people: Somebody[];
let boards: string[];

beforeAll(async () => {
  const server = await startTestServer({ dataDir });
  people = [await server.join('Amina'), await server.join('Ruth'), await server.join('Dev')];
  const team = Object.fromEntries(people.map((who) => [who.personId, 'co-owner' as const]));
  boards = [await aBoard(server.app, team), await aBoard(server.app, team)];
  await server.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** By board and Yjs client id: how far somebody was told that it is safe, or was shown it. */
const promised = new Map<string, Map<number, number>>();
const pledged = new Set<string>();

test(`[B29] nothing acknowledged or delivered is lost in ${rounds} kills`, async () => {
  for (let round = 0; round < rounds; round++) {
    const server = await startServerProcess({ DATA_DIR: dataDir });
    const lines = people.map((who) => makeConnection(server.url, { cookie: who.cookie(), answerWithinMs: 3000 }));
    let running = true;
    const work = lines.flatMap((line) => boards.map((boardId) => typing(line, boardId, () => running)));
    const acts = pledging(server.url, `r${round}`, () => running);
    await reaches(acknowledged + 25 + round * 17);
    await server.end('SIGKILL');
    running = false;
    await Promise.all([...work, acts]);
    for (const line of lines) line.close();
    expect(server.said()).not.toContain('"level":60');
  }
  expect(acknowledged).toBeGreaterThanOrEqual(rounds * 25);
  const after = await startTestServer({ dataDir });
  try {
    for (const boardId of boards) {
      const { room, release } = await after.app.boards.hold(boardId);
      expect(room.damaged).toBe(false);
      const there = await room.look((doc) => Y.decodeStateVector(Y.encodeStateVector(doc)));
      release();
      const lost = [...(promised.get(boardId) ?? [])].filter(([client, clock]) => (there.get(client) ?? 0) < clock);
      expect(lost).toEqual([]);
    }
    const { sql, t } = after.app.db;
    const kept = new Set((await sql.select({ id: t.pledge.id }).from(t.pledge)).map((row) => row.id));
    expect([...pledged].filter((id) => !kept.has(id))).toEqual([]);
    expect(pledged.size).toBeGreaterThan(0);
  } finally {
    await after.close();
  }
});

let acknowledged = 0;
let watched: { readonly count: number; readonly reached: () => void } | null = null;

/** Resolves, in the middle of the work, once so many edits are acknowledged. */
function reaches(count: number): Promise<void> {
  return new Promise((reached) => (watched = { count, reached }));
}

/** Types one word after another until the line goes; remembers what was acknowledged, and what others' words were shown. */
async function typing(line: Connection, boardId: string, running: () => boolean): Promise<void> {
  const doc = new Y.Doc();
  try {
    await open(line);
    const opened = await line.ask('board:open', { boardId, epoch: null, version: boardVersion, stateVector: new Uint8Array() });
    Y.applyUpdate(doc, new Uint8Array(opened.update));
    line.on('board:update', (news) => {
      if (news.boardId !== boardId) return;
      const update = new Uint8Array(news.update);
      Y.applyUpdate(doc, update);
      promise(boardId, update);
    });
    while (running()) {
      const update = typeOneWord(doc);
      await line.ask('board:edit', { boardId, epoch: opened.epoch, update });
      promise(boardId, update);
      acknowledged++;
      if (watched !== null && acknowledged >= watched.count) watched.reached();
    }
  } catch {
    // The line went with the server, as it should.
  } finally {
    doc.destroy();
  }
}

function promise(boardId: string, update: Uint8Array): void {
  const clocks = promised.get(boardId) ?? new Map<number, number>();
  promised.set(boardId, clocks);
  for (const { id, length } of Y.decodeUpdate(update).structs) clocks.set(id.client, Math.max(clocks.get(id.client) ?? 0, id.clock + length));
}

/** A word more; old ones make room, so that the purpose stays within its limit. */
function typeOneWord(doc: Y.Doc): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const paragraph = boardRoots(doc).purpose.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('the purpose has no text');
  doc.transact(() => {
    if (text.length > 400) text.delete(0, 100);
    text.insert(text.length, ' word');
  });
  return Y.encodeStateAsUpdate(doc, before);
}

function open(line: Connection): Promise<void> {
  return new Promise((resolve) => {
    if (line.line() === 'open') return resolve();
    const end = line.onLine((state) => {
      if (state !== 'open') return;
      end();
      resolve();
    });
  });
}

/** Pledges over HTTP until the server is gone. */
async function pledging(url: string, name: string, running: () => boolean): Promise<void> {
  const [who] = people;
  const [boardId] = boards;
  if (who === undefined || boardId === undefined) return;
  for (let n = 0; running(); n++) {
    const pledgeId = newId();
    try {
      const answer = await fetch(`${url}/api/v1/initiatives/${boardId}/pledges`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: who.cookie() },
        body: JSON.stringify({ pledgeId, kind: 'time', what: `${name} an hour ${n}`, until: null }),
        signal: AbortSignal.timeout(3000),
      });
      if (answer.ok) pledged.add(pledgeId);
    } catch {
      return;
    }
  }
}

/** Somebody's seat or session is taken away while they write without pause. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { type Answer, rawPage } from '#tests/helpers/raw-page.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
beforeAll(async () => {
  server = await startTestServer();
  amina = await server.join('Amina');
});
afterAll(() => server.close());

interface Written {
  readonly sentAt: number;
  answeredAt: number | null;
  ok: boolean;
}

const inOneSecond = 1000;

test.each<[string, (ruth: Somebody, boardId: string) => Promise<unknown>]>([
  ['leaves the team', (ruth, boardId) => ruth.call.initiatives.leave({ id: boardId })],
  ['signs out everywhere', (ruth) => ruth.call.people.signOutEverywhere()],
  [
    'signs out here',
    (ruth) => ruth.fetch('/api/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json', origin: server.url }, body: '{}' }),
  ],
])('[B27] [B42] somebody who %s mid-write: nothing sent afterwards is kept, and nothing is acknowledged a second later', async (_what, end) => {
  const ruth = await server.join('Ruth');
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const page = await rawPage(server.url, ruth, boardId);
  const written: Written[] = [];
  let going = true;
  const stream = (async () => {
    while (going && written.length < 3000) {
      const one: Written = { sentAt: performance.now(), answeredAt: null, ok: false };
      written.push(one);
      // Each is a card of its own, so that a refused one takes none after it along.
      const answer = page.write((doc) => addElement(doc, { id: newId(), kind: 'question', position: endPosition(doc), values: { title: 'Why?' } }));
      // Rejected, the line was cut before an answer came: nobody was told that anything was kept.
      answer.then((said: Answer) => Object.assign(one, { answeredAt: performance.now(), ok: said.ok })).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  await until(() => written.filter(({ ok }) => ok).length > 20);
  await end(ruth, boardId);
  const endedAt = performance.now();
  const before = written.length;
  await until(() => written.length > before + 20 || !page.socket.connected);
  going = false;
  await stream;
  await settled(written, () => page.socket.connected);
  page.close();
  const kept = written.filter(({ ok }) => ok);
  expect(kept.filter(({ sentAt }) => sentAt > endedAt)).toEqual([]);
  expect(kept.filter(({ answeredAt }) => (answeredAt ?? 0) > endedAt + inOneSecond)).toEqual([]);
  const { sql, t } = server.app.db;
  expect(
    (await sql.select({ personId: t.boardUpdate.personId, boardId: t.boardUpdate.boardId }).from(t.boardUpdate)).filter(
      (row) => row.boardId === boardId && row.personId === ruth.personId,
    ).length,
  ).toBeGreaterThanOrEqual(kept.length);
});

/** Every edit is answered, or its line is gone. */
function settled(written: readonly Written[], connected: () => boolean): Promise<void> {
  return until(() => !connected() || written.every(({ answeredAt }) => answeredAt !== null));
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

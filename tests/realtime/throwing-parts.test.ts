/** Every event of a line, with what it leans on throwing: the page is told, the line lives, the process goes on. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aBoard } from '#tests/helpers/a-board.ts';
import { rawPage } from '#tests/helpers/raw-page.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
beforeAll(async () => {
  server = await startTestServer();
  amina = await server.join('Amina');
});
afterAll(() => server.close());

const broken = (): never => {
  throw new Error('a part is broken');
};

test('[B33] every event answers when what it leans on throws, and works again when that works again', async () => {
  const [boardId, other] = [await aBoard(server.app, { [amina.personId]: 'co-owner' }), await aBoard(server.app, { [amina.personId]: 'co-owner' })];
  const page = await rawPage(server.url, amina, boardId);
  const { room, release } = await server.app.boards.hold(boardId);
  const unexpected = { ok: false, problem: { code: 'unexpected' } };

  const hold = vi.spyOn(server.app.boards, 'hold').mockImplementation(broken);
  expect(await page.open({ boardId: other })).toMatchObject(unexpected);
  hold.mockRestore();
  const view = vi.spyOn(room, 'view').mockImplementation(broken);
  expect(await page.open()).toMatchObject(unexpected);
  view.mockRestore();
  const edit = vi.spyOn(room, 'edit').mockImplementation(broken);
  expect(await page.edit(new Uint8Array([0, 0]))).toMatchObject(unexpected);
  edit.mockRestore();
  const audit = vi.spyOn(server.app.audit, 'refused').mockImplementation(broken);
  expect(await page.edit(new Uint8Array([9]))).toMatchObject({ ok: false });
  audit.mockRestore();
  page.socket.emit('board:where', { boardId, section: 1, elementId: {}, caret: [] });
  expect(await page.socket.emitWithAck('topics:watch', { topics: ['no such topic'] })).toMatchObject({ ok: false, problem: { code: 'invalid' } });

  expect(await page.open({ boardId: other })).toMatchObject({ ok: true });
  expect(await page.open()).toMatchObject({ ok: true });
  expect(await page.edit(new Uint8Array([0, 0]))).toMatchObject({ ok: true });
  expect(await page.socket.emitWithAck('board:close', { boardId })).toMatchObject({ ok: true });
  release();
  page.close();
});

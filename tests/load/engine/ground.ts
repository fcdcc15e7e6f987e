/** Boards to measure on, the same for every server: made once by our own commands, handed to the others as the bytes of their documents. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as Y from 'yjs';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { eq } from 'drizzle-orm';
import { aBoard } from '#tests/helpers/a-board.ts';
import { startTestServer } from '#tests/helpers/test-server.ts';

export interface GroundBoard {
  readonly id: string;
  readonly state: Uint8Array;
  /** Cards of the board; each editor types on one of its own. */
  readonly cards: readonly string[];
}

export interface Ground {
  /** Where our server keeps it all; a run works on a copy. */
  readonly dataDir: string;
  /** The Cookie headers of people who may edit every board. */
  readonly cookies: readonly string[];
  readonly boards: readonly GroundBoard[];
  remove(): void;
}

const people = 20;

export async function makeGround(boardCount: number, cardsEach: number): Promise<Ground> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
  const server = await startTestServer({ dataDir });
  try {
    const team = [];
    for (let n = 0; n < people; n++) team.push(await server.join(`Person ${n}`));
    const seats = Object.fromEntries(team.map((who) => [who.personId, 'co-owner' as const]));
    const boards: GroundBoard[] = [];
    for (let n = 0; n < boardCount; n++) {
      const id = await aBoard(server.app, seats);
      const cards = Array.from({ length: cardsEach }, newId);
      await server.app.boards.edit(id, team[0]?.personId ?? '', (doc) =>
        cards.forEach((card, at) => addElement(doc, { id: card, kind: 'story', position: endPosition(doc), values: { title: `Story ${at}` } })),
      );
      const { room, release } = await server.app.boards.hold(id);
      boards.push({ id, cards, state: await room.look((doc) => Y.encodeStateAsUpdate(doc)) });
      release();
    }
    return { dataDir, cookies: team.map((who) => who.cookie()), boards, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
  } finally {
    await server.close();
  }
}

/** Puts a state into a stored board past gate and judge, as the log would hold it, and lets our server fold it away in its own way. */
export async function putState(dataDir: string, boardId: string, state: Uint8Array): Promise<void> {
  const server = await startTestServer({ dataDir });
  await server.app.db.transact(async ({ sql, t }) => {
    const [row] = await sql.select().from(t.board).where(eq(t.board.id, boardId));
    if (row === undefined) throw new Error('no such board');
    const seq = row.seq + 1;
    await sql.update(t.board).set({ seq }).where(eq(t.board.id, boardId));
    await sql
      .insert(t.boardUpdate)
      .values({ boardId, seq, epoch: row.epoch, personId: null, bytes: state, createdAt: new Date(), quarantinedAt: null });
  });
  (await server.app.boards.hold(boardId)).release();
  await server.close();
}

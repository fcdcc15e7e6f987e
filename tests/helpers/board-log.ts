/** Boards over a database of its own, as tests of their log use them. */
import * as Y from 'yjs';
import { makeBus } from '#server/activity/bus.ts';
import type { Frame } from '#server/boards/accept-edit.ts';
import type { Boards } from '#server/boards/boards.ts';
import { makeBoards } from '#server/boards/make-boards.ts';
import type { Room } from '#server/boards/room.ts';
import type { Db } from '#server/db/db.ts';
import { noOutbox } from '#server/outbox/outbox.ts';
import { type Log, makeLog } from '#server/log/log.ts';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { type Clock, systemClock } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aPerson } from '#tests/helpers/an-initiative.ts';
import { noAudit } from '#tests/helpers/no-audit.ts';

const silent = makeLog('silent');

export function boardsOn(db: Db, { clock = systemClock, log = silent }: { clock?: Clock; log?: Log } = {}): Boards {
  return makeBoards({ db, log, clock, newId, outbox: noOutbox, bus: makeBus(log), audit: noAudit, topics: { stale: () => undefined } });
}

export async function aBoardOn(db: Db, boards: Boards): Promise<{ boardId: string; personId: string }> {
  const personId = await aPerson(db, 'Amina');
  const boardId = newId();
  const at = new Date();
  await db.transact(async (tx) => {
    const lit = {
      id: boardId,
      title: 'Shorter waits',
      purpose: 'x',
      purposeHash: 'x',
      forWhom: 'All',
      state: 'active' as const,
      label: null,
      litBy: personId,
    };
    await tx.sql.insert(tx.t.initiative).values({ ...lit, litAt: at, movedAt: at });
    await boards.create(tx, boardId, { purposeText: 'People wait one hour less.', elements: [] }, personId);
  });
  return { boardId, personId };
}

export const addCard =
  (title: string) =>
  (doc: Y.Doc): void =>
    addElement(doc, { id: newId(), kind: 'blocker', position: endPosition(doc), values: { title } });

/** An edit made on a page's own copy of the board. */
export async function frameOf(room: Room, personId: string, change: (doc: Y.Doc) => void): Promise<Frame> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await room.look((live) => Y.encodeStateAsUpdate(live)));
  const before = Y.encodeStateVector(doc);
  change(doc);
  return { personId, update: Y.encodeStateAsUpdate(doc, before), mayEdit: true };
}

/** A page with a copy of the board of its own, which makes one edit after another. */
export async function aPage(room: Room, personId: string, from: string): Promise<(change: (doc: Y.Doc) => void) => Frame> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await room.look((live) => Y.encodeStateAsUpdate(live)));
  return (change) => {
    const before = Y.encodeStateVector(doc);
    change(doc);
    return { personId, from, update: Y.encodeStateAsUpdate(doc, before), mayEdit: true };
  };
}

export async function titles(boards: Boards, boardId: string): Promise<string[]> {
  const { room, release } = await boards.hold(boardId);
  const found = await room.look((doc) => listElements(doc).elements.map((element) => element.values.title));
  release();
  return found;
}

import * as Y from 'yjs';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';
import { record } from '../activity/record.ts';
import type { App } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import type { Log } from '../log/log.ts';
import type { Boards } from './boards.ts';
import { type Committer, makeCommitter } from './committer.ts';
import { makeBeside } from './beside/beside.ts';
import { type Folded, foldLog, isShort, type LogToFold } from './beside/fold-log.ts';
import { whose } from './client-ids.ts';
import { bringBack } from './bring-back.ts';
import { createBoard } from './create-board.ts';
import { endsEpoch } from './days.ts';
import { makeRoom, mayMakeRoom } from './make-room.ts';
import type { Now } from './new-epoch.ts';
import type { Room } from './room.ts';
import { makeRooms } from './rooms.ts';
import { snapshotsOf } from './store.ts';

export interface BoardParts {
  readonly db: Db;
  readonly log: Log;
  readonly clock: Clock;
  readonly committer: Committer;
  /** Folds a log; a long one in another thread. @throws Problem when it cannot be read */
  fold(log: LogToFold): Promise<Folded>;
}

export function makeBoards(given: Pick<App, 'db' | 'log' | 'clock' | 'newId' | 'outbox' | 'bus' | 'audit' | 'topics'>): Boards {
  const { db, log, clock } = given;
  const committer = makeCommitter({
    db,
    log,
    writeNews: (tx, news) => record(given, tx, news),
    gone: () => new Problem('conflict', 'problem.board-moved'),
  });
  const beside = makeBeside(log);
  const rooms = makeRooms({ db, log, clock, committer, fold: async (whole) => (isShort(whole) ? foldLog(whole) : beside.fold(whole)) });

  /**
   * Nothing else happens to the board until it is written, with the news of it, in one transaction; then every page opens it anew.
   * `prepare` gets the board as it is, and says what to write. @returns how full it is now, in percent
   */
  async function writeAnew(
    boardId: string,
    { what, personId }: { what: 'board.restored' | 'board.room-made'; personId: string },
    prepare: (now: Now, room: Room) => Promise<(tx: Tx) => Promise<void>>,
  ): Promise<number> {
    const { room, release } = await rooms.hold(boardId);
    try {
      await room.restart(async (now) => {
        const write = await prepare(now, room);
        await db.transact(async (tx) => {
          await write(tx);
          const topics = (['activity', 'elements', 'head'] as const).map((part) => `initiative:${boardId}/${part}` as const);
          await record(given, tx, { what, initiativeId: boardId, personId, topics });
        });
      });
      return room.filled ?? 0;
    } finally {
      release();
    }
  }

  return {
    create: (tx, boardId, first, by, at) => createBoard(tx, boardId, first, by, at ?? clock.now()),
    hold: (boardId) => rooms.hold(boardId),
    async edit(boardId, personId, change, at) {
      const { room, release } = await rooms.hold(boardId);
      const doc = newBoardDoc();
      try {
        await room.look((live) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(live)));
        const before = Y.encodeStateVector(doc);
        change(doc);
        return await room.edit({ personId, update: Y.encodeStateAsUpdate(doc, before), mayEdit: true, ...(at === undefined ? {} : { at }) });
      } finally {
        doc.destroy();
        release();
      }
    },
    async merge(boardId, frame, ask) {
      const { room, release } = await rooms.hold(boardId);
      try {
        return await room.merge(frame, async (state, board) => {
          const found = await beside.lookAt({ state, update: frame.update, ...whose(board, frame.personId, clock.now()) });
          if (!found.ok) {
            log.warn({ boardId, problem: found.problem, detail: found.detail }, 'a merge was refused');
            throw new Problem(found.problem.code, found.problem.reason, found.problem);
          }
          await ask();
          return found.passed;
        });
      } finally {
        release();
      }
    },
    async days(boardId) {
      const kept = await snapshotsOf(db, boardId);
      return kept.map(({ seq, createdAt: at }, i) => ({ seq, at, untilThen: endsEpoch(kept, i) }));
    },
    async bringBack(boardId, seq, personId) {
      const at = clock.now();
      await writeAnew(boardId, { what: 'board.restored', personId }, async (now) => (tx) => bringBack(tx, { boardId, seq, personId, at }, now));
    },
    makeRoom: (boardId, personId) =>
      writeAnew(boardId, { what: 'board.room-made', personId }, async (now, room) => {
        mayMakeRoom(room);
        const lean = await beside.leaveHistory(now.state);
        if (lean === null) throw new Error('the board would not read the same without its history');
        return (tx) => makeRoom(tx, boardId, now, lean, clock.now());
      }),
    async close() {
      await rooms.close();
      await beside.close();
    },
  };
}

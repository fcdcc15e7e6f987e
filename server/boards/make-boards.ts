import * as Y from 'yjs';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';
import { record } from '../activity/record.ts';
import type { App } from '../context.ts';
import type { Db } from '../db/db.ts';
import type { Log } from '../log/log.ts';
import type { Boards } from './boards.ts';
import { type Committer, makeCommitter } from './committer.ts';
import { makeBeside } from './beside/beside.ts';
import { type Folded, foldLog, isShort, type LogToFold } from './beside/fold-log.ts';
import { whose } from './client-ids.ts';
import { bringBack } from './days.ts';
import { createBoard } from './create-board.ts';
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
    days: async (boardId) => (await snapshotsOf(db, boardId)).map(({ seq, createdAt: at }) => ({ seq, at })),
    async bringBack(boardId, seq, personId) {
      const { room, release } = await rooms.hold(boardId);
      try {
        const at = clock.now();
        await room.restart((now) =>
          db.transact(async (tx) => {
            await bringBack(tx, { boardId, seq, personId, at }, now);
            const topics = (['activity', 'elements', 'head'] as const).map((part) => `initiative:${boardId}/${part}` as const);
            await record(given, tx, { what: 'board.restored', initiativeId: boardId, personId, topics });
          }),
        );
      } finally {
        release();
      }
    },
    async close() {
      await rooms.close();
      await beside.close();
    },
  };
}

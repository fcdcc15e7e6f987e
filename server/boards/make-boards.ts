import * as Y from 'yjs';
import type { Clock } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';
import { record } from '../activity/record.ts';
import type { Bus } from '../activity/bus.ts';
import type { Topics } from '../context.ts';
import type { Db } from '../db/db.ts';
import type { Log } from '../log/log.ts';
import type { Boards } from './boards.ts';
import { type Committer, makeCommitter } from './committer.ts';
import { createBoard } from './create-board.ts';
import { makeRooms } from './rooms.ts';

export interface BoardParts {
  readonly db: Db;
  readonly log: Log;
  readonly clock: Clock;
  readonly committer: Committer;
}

export function makeBoards(given: { db: Db; log: Log; clock: Clock; bus: Bus; topics: Topics }): Boards {
  const { db, log, clock } = given;
  const committer = makeCommitter({ db, log, writeNews: (tx, news) => record(given, tx, news), gone: () => new Problem('conflict', 'problem.board-moved') });
  const rooms = makeRooms({ db, log, clock, committer });
  return {
    create: (tx, boardId, first, by, at) => createBoard(tx, boardId, first, by, at ?? clock.now()),
    hold: (boardId) => rooms.hold(boardId),
    async edit(boardId, personId, change, at) {
      const { room, release } = await rooms.hold(boardId);
      const doc = new Y.Doc();
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
    close: () => rooms.close(),
  };
}

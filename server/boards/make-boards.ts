import type { Clock } from '#shared/lib/clock.ts';
import type { Bus } from '../activity/bus.ts';
import type { Topics } from '../context.ts';
import type { Db } from '../db/db.ts';
import type { Log } from '../log/log.ts';
import type { Boards } from './boards.ts';
import { createBoard } from './create-board.ts';

export interface BoardParts {
  readonly db: Db;
  readonly log: Log;
  readonly clock: Clock;
  readonly bus: Bus;
  readonly topics: Topics;
}

export function makeBoards(parts: BoardParts): Boards {
  return {
    create: (tx, boardId, first, by) => createBoard(tx, boardId, first, by, parts.clock.now()),
    close: async () => undefined,
  };
}

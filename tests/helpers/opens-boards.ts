import { afterEach } from 'vitest';
import { openBoard, type OpenBoardInTest, type OpenInTest } from './live.ts';
import type { Somebody } from './somebody.ts';

/** Opens boards on one server; all of them are closed after each test. */
export function opensBoards(url: () => string): (who: Somebody, boardId: string, more?: Partial<OpenInTest>) => OpenBoardInTest {
  const opened: OpenBoardInTest[] = [];
  afterEach(async () => {
    for (const board of opened.splice(0)) await board.close();
  });
  return (who, boardId, more = {}) => {
    const board = openBoard({ url: url(), who, boardId, ...more });
    opened.push(board);
    return board;
  };
}

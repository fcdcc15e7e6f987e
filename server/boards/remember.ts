import type * as Y from 'yjs';
import { listElements } from '#shared/board/read-board.ts';
import type { Remembered } from './news.ts';

/** What a room remembers of each card of a document. */
export function remember(doc: Y.Doc): Map<string, Remembered> {
  return new Map(listElements(doc).elements.map(({ id, kind, state, archivedAt }) => [id, { kind, state, archived: archivedAt !== null }]));
}

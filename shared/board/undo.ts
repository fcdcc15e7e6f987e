/** Undo of one's own edits, and of nothing else. */
import * as Y from 'yjs';
import { boardRoots } from './layout.ts';
import { mendUndo } from './mend-undo.ts';
import { localOrigin } from './origins.ts';

/** Follows edits made here with `localOrigin`, and with the origins given besides (the rich text editor's). */
export function makeUndo(doc: Y.Doc, alsoTrack: Iterable<unknown> = []): Y.UndoManager {
  const { purpose, elements } = boardRoots(doc);
  mendUndo(doc);
  return new Y.UndoManager([purpose, elements], { trackedOrigins: new Set<unknown>([localOrigin, ...alsoTrack]), deleteFilter: mayUndoInsertOf });
}

/**
 * What I inserted may be taken back, but for what holds other people's words by now: a paragraph or list somebody has written
 * in, and the maps and texts of a card.
 */
function mayUndoInsertOf(item: Y.Item): boolean {
  if (!(item.content instanceof Y.ContentType)) return true;
  const { type } = item.content;
  return (type instanceof Y.XmlElement || type instanceof Y.XmlText) && type._length === 0;
}

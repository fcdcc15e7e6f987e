/**
 * Yjs 13.6.33 undoes the removal of a type by writing it anew, and now and then names for one of its children a right
 * neighbour that stands at or before the left one. Replicas may then show that child in two places, and the server refuses
 * it. Nothing has left this device yet when undo has just written it, so the names are put right here: the neighbours the
 * child really has.
 */
import * as Y from 'yjs';

/** Watches the undo steps of a document. Returns how to stop. */
export function mendUndo(doc: Y.Doc): () => void {
  const mend = (transaction: Y.Transaction): void => {
    if (transaction.origin instanceof Y.UndoManager) for (const item of written(transaction)) mendNeighbours(item);
  };
  doc.on('beforeObserverCalls', mend);
  return () => doc.off('beforeObserverCalls', mend);
}

function written({ doc, beforeState }: Y.Transaction): Y.Item[] {
  const from = beforeState.get(doc.clientID) ?? 0;
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  return structs.filter((struct) => struct instanceof Y.Item).filter((item) => item.id.clock >= from && item.parentSub === null);
}

function mendNeighbours(item: Y.Item): void {
  if (item.rightOrigin === null || standsRightOf(item, item.rightOrigin)) return;
  let left = item.left;
  while (left !== null && isLater(left, item)) left = left.left;
  let right = item.right;
  while (right !== null && isLater(right, item)) right = right.right;
  item.origin = left === null ? null : left.lastId;
  item.rightOrigin = right === null ? null : right.id;
}

function standsRightOf(item: Y.Item, { client, clock }: Y.ID): boolean {
  for (let right = item.right; right !== null; right = right.right) {
    if (right.id.client === client && right.id.clock <= clock && clock < right.id.clock + right.length) return true;
  }
  return false;
}

/** What was written after the item can't have been its neighbour when it was written. */
function isLater(other: Y.Item, { id }: Y.Item): boolean {
  return other.id.client === id.client && other.id.clock > id.clock;
}

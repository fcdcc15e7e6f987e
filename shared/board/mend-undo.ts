/**
 * Yjs 13.6.33 undoes a removal by writing anew what was removed. Inside a type that has come back itself it goes wrong in two
 * ways: it takes the first piece of what once stood on the left for all of it, so that words come back in the midst of others;
 * and it names neighbours that never stood side by side, so that replicas may show the words in two places and the server
 * refuses them. So the pieces are cut alike before it looks; and afterwards, as nothing of it has left this device yet, the
 * names are put right: the neighbours that everything really had when it was written.
 */
import * as Y from 'yjs';

/** Watches the undo steps of a document. Returns how to stop. */
export function mendUndo(doc: Y.Doc): () => void {
  const cut = (transaction: Y.Transaction): void => {
    if (transaction.origin instanceof Y.UndoManager) cutAlike(transaction);
  };
  const mend = (transaction: Y.Transaction): void => {
    if (transaction.origin instanceof Y.UndoManager) nameNeighbours(written(transaction));
  };
  doc.on('beforeTransaction', cut);
  doc.on('beforeObserverCalls', mend);
  return () => {
    doc.off('beforeTransaction', cut);
    doc.off('beforeObserverCalls', mend);
  };
}

/** Cuts what has come back where its new self was cut since; once more for what came back twice. */
function cutAlike(transaction: Y.Transaction): void {
  const { clients } = transaction.doc.store;
  const itemsThatCameBack = (): Y.Item[] => [...clients.values()].flatMap((structs) => structs.filter(hasComeBack));
  let isCut = true;
  while (isCut) {
    isCut = false;
    for (const item of itemsThatCameBack()) {
      for (const offset of cutsAfter(item.redone, item.length, clients)) {
        Y.getItemCleanStart(transaction, Y.createID(item.id.client, item.id.clock + offset));
        isCut = true;
      }
    }
  }
}

function hasComeBack(struct: Y.Item | Y.GC): struct is Y.Item {
  return struct instanceof Y.Item && struct.redone !== null;
}

/** Where pieces begin among the units that follow the id, the last one first. */
function cutsAfter(id: Y.ID | null, length: number, clients: Y.Doc['store']['clients']): number[] {
  const structs = id === null ? undefined : clients.get(id.client);
  if (id === null || structs === undefined) return [];
  const offsets: number[] = [];
  for (let at = Y.findIndexSS(structs, id.clock) + 1; at < structs.length; at++) {
    const offset = (structs[at]?.id.clock ?? 0) - id.clock;
    if (offset >= length) break;
    offsets.unshift(offset);
  }
  return offsets;
}

function written({ doc, beforeState }: Y.Transaction): Y.Item[] {
  const from = beforeState.get(doc.clientID) ?? 0;
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  return structs.filter((struct) => struct instanceof Y.Item).filter((item) => item.id.clock >= from && item.parentSub === null);
}

/** Oldest first. In thought the last one is taken out again, then the one before: each stands then where it was written. */
function nameNeighbours(items: readonly Y.Item[]): void {
  const lefts = new Map<Y.Item, Y.Item | null>();
  const rights = new Map<Y.Item, Y.Item | null>();
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    if (item === undefined) continue;
    const left = lefts.has(item) ? (lefts.get(item) ?? null) : item.left;
    const right = rights.has(item) ? (rights.get(item) ?? null) : item.right;
    item.origin = left === null ? null : left.lastId;
    item.rightOrigin = right === null ? null : right.id;
    if (left !== null) rights.set(left, right);
    if (right !== null) lefts.set(right, left);
  }
}

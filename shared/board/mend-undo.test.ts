import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { mendUndo } from './mend-undo.ts';

/** A text written, replaced, put back and undone until Yjs 13.6.33 names a right neighbour that stands left. */
const steps = 'write 0, write 0, remove 1, undo, write 1, undo, replace, undo, undo, redo, remove 1, replace, undo, undo'.split(', ');

test('after any undo every item stands between the neighbours it names', () => {
  const doc = docWithText();
  mendUndo(doc);
  act(doc, steps);
  expect(misplaced(doc)).toEqual([]);
});

test('a replica that gets the steps one by one shows what the author sees', () => {
  const doc = docWithText();
  const replica = new Y.Doc();
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(replica, update));
  mendUndo(doc);
  act(doc, steps);
  expect(replica.getMap('card').toJSON()).toEqual(doc.getMap('card').toJSON());
});

test('it can be stopped, and then Yjs does what it did: when this fails, Yjs has mended it and this file can go', () => {
  const doc = docWithText();
  mendUndo(doc)();
  act(doc, steps);
  expect(misplaced(doc)).toHaveLength(1);
});

function docWithText(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.transact(() => doc.getMap('card').set('title', new Y.Text()));
  return doc;
}

function act(doc: Y.Doc, what: readonly string[]): void {
  const card = doc.getMap('card');
  const undo = new Y.UndoManager(card, { captureTimeout: 0 });
  for (const [step, at] of what.map((words) => words.split(' '))) {
    const title = card.get('title');
    if (step === 'replace') card.set('title', new Y.Text());
    else if (step === 'undo') undo.undo();
    else if (step === 'redo') undo.redo();
    else if (!(title instanceof Y.Text)) continue;
    else if (step === 'write') title.insert(Math.min(Number(at), title.length), 'x');
    else if (title.length > 0) title.delete(Math.min(Number(at), title.length - 1), 1);
  }
}

/** Ids of items whose right neighbour by name does not stand right of them. */
function misplaced(doc: Y.Doc): string[] {
  const items = [...doc.store.clients.values()].flat().filter((struct) => struct instanceof Y.Item);
  return items
    .filter((item) => item.parentSub === null && item.rightOrigin !== null && !isRightOf(item, item.rightOrigin))
    .map(({ id }) => `${id.client}:${id.clock}`);
}

function isRightOf(item: Y.Item, { client, clock }: Y.ID): boolean {
  for (let right = item.right; right !== null; right = right.right) {
    if (right.id.client === client && right.id.clock <= clock && clock < right.id.clock + right.length) return true;
  }
  return false;
}

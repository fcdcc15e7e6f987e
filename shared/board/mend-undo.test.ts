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

test('[B12] words come back where they stood, though their paragraph came and went and was typed in since', () => {
  const { doc, undo, words } = docWithPurpose();
  mendUndo(doc);
  words().delete(18, 9);
  doc.getXmlFragment('purpose').delete(0, 1);
  undo.undo();
  expect(words().toString()).toBe('Nobody waits aloned.');
  words().insert(6, ' ever');
  undo.undo();
  undo.undo();
  expect(words().toString()).toBe('Nobody waits alone for a bed.');
  expect(misplaced(doc)).toEqual([]);
});

test('[B12] so they do when all of it came and went twice', () => {
  const { doc, undo, words } = docWithPurpose();
  mendUndo(doc);
  words().delete(18, 9);
  for (const at of [6, 12]) {
    doc.getXmlFragment('purpose').delete(0, 1);
    undo.undo();
    words().insert(at, ' ever');
    undo.undo();
  }
  undo.undo();
  expect(words().toString()).toBe('Nobody waits alone for a bed.');
});

function docWithPurpose(): { readonly doc: Y.Doc; readonly undo: Y.UndoManager; words(): Y.XmlText } {
  const doc = new Y.Doc();
  const purpose = doc.getXmlFragment('purpose');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Nobody waits alone for a bed.')]);
  purpose.insert(0, [paragraph]);
  const undo = new Y.UndoManager(purpose, { captureTimeout: 0 });
  const words = (): Y.XmlText => {
    const [first] = purpose.toArray();
    const text = first instanceof Y.XmlElement ? first.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error('no words');
    return text;
  };
  return { doc, undo, words };
}

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

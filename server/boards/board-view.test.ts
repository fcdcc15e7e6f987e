import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { mergedUpdate } from './board-view.ts';

/** Two people who type and delete by turns, and every update of it. */
function typed(letters: number): { readonly updates: readonly Uint8Array[]; readonly text: string } {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  for (const [doc, other] of [
    [one, two],
    [two, one],
  ] as const)
    // prettier-ignore
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return;
      updates.push(update);
      Y.applyUpdate(other, update, 'other');
    });
  for (let n = 0; n < letters; n++) {
    const text = (n % 3 === 0 ? two : one).getText('t');
    if (n % 7 === 6) text.delete(0, 2);
    text.insert(text.length, String(n % 10));
  }
  return { updates, text: one.getText('t').toString() };
}

test.each([1, 2, 64, 65, 5000])('%i updates as one say the same', (count) => {
  const { updates, text } = typed(count);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, mergedUpdate(updates));
  expect(doc.getText('t').toString()).toBe(text);
  expect(doc.store.pendingStructs).toBeNull();
});

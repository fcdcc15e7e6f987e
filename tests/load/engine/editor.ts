/** Somebody who types on a card of their own. What they will type is made beforehand, so that sending it costs nothing. */
import * as Y from 'yjs';
import { textOf } from '#shared/board/board-doc.ts';

/** A card stays within its limit: old words make room. */
const longest = 400;

export interface Editor {
  /** Their Yjs client id; their edit number n is its clock n. */
  readonly client: number;
  /** When each edit was sent. */
  readonly sent: number[];
  /** Makes edits ready to be sent. */
  prepare(count: number): void;
  /** The next edit, a letter more. @throws when none is ready */
  next(): Uint8Array;
}

export function makeEditor(state: Uint8Array, cardId: string): Editor {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const text = textOf(doc, cardId, 'whatHappened');
  if (text === null) throw new Error('the card has no text');
  let ready: Uint8Array[] = [];
  let at = 0;
  doc.on('update', (update: Uint8Array) => ready.push(update));
  return {
    client: doc.clientID,
    sent: [],
    prepare(count) {
      ready = ready.slice(at);
      at = 0;
      for (let n = ready.length; n < count; n++) {
        doc.transact(() => {
          if (text.length > longest) text.delete(0, longest / 2);
          text.insert(text.length, n % 6 === 5 ? ' ' : 'w');
        });
      }
    },
    next() {
      const update = ready[at++];
      if (update === undefined) throw new Error('nothing is ready to be sent');
      return update;
    },
  };
}

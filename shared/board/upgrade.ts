/** Brings a stored document to the shape this version writes. The server runs it when it loads a board, clients never do. */
import * as Y from 'yjs';
import { isTextField, type Field } from '../elements/fields.ts';
import { kindNamed } from '../elements/registry.ts';
import { boardRoots, cardMap } from './layout.ts';
import { serverOrigin, type Origin } from './origins.ts';
import { tidyMarks } from './tidy-marks.ts';

/** The shape of the document. Goes up when a client of an older version could harm a document of this one; the handshake carries it. */
export const boardVersion = 1;

/** Whether anything had to change. Doing it twice changes nothing the second time. */
export function upgradeBoard(doc: Y.Doc, origin: Origin = serverOrigin): boolean {
  const missing = missingTexts(doc);
  return doc.transact(() => {
    for (const { card, field } of missing) card.set(field, new Y.Text());
    return tidyMarks(doc) || missing.length > 0;
  }, origin);
}

/** Texts that a kind has gained since its cards were made. */
function missingTexts(doc: Y.Doc): { card: Y.Map<unknown>; field: string }[] {
  return [...boardRoots(doc).elements.keys()].flatMap((id) => {
    const card = cardMap(doc, id);
    const kind = kindNamed(String(card?.get('kind')));
    if (card === null || kind === null) return [];
    return Object.entries<Field>(kind.fields).flatMap(([name, field]) => (isTextField(field) && !card.has(name) ? [{ card, field: name }] : []));
  });
}

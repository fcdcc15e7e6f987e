/**
 * A board written anew: the same purpose and the same cards, and nothing of what was deleted or overwritten on the way to them.
 * Whatever a newer version put there, which this one cannot read, is copied as it is.
 */
import * as Y from 'yjs';
import { boardRoots } from './layout.ts';
import { newBoardDoc } from './new-doc.ts';
import { serverOrigin } from './origins.ts';
import { lengthOf, looksOf, stretchesOf } from './stretches.ts';
import { tidyMarks } from './tidy-marks.ts';

/** A document of one client id, which reads as this one does. `allIn` shows that it does. */
export function withoutHistory(doc: Y.Doc): Y.Doc {
  const copy = newBoardDoc();
  const [from, to] = [boardRoots(doc), boardRoots(copy)];
  copy.transact(() => {
    to.purpose.insert(0, from.purpose.toArray().map(copyOfNode));
    for (const [id, card] of from.elements.entries()) to.elements.set(id, copyOf(card));
  }, serverOrigin);
  // A copy would let go of them when it is loaded.
  tidyMarks(copy);
  return copy;
}

function copyOf(value: unknown): unknown {
  if (value instanceof Y.Text) return copyOfText(value, new Y.Text());
  if (value instanceof Y.Map) return new Y.Map([...value.entries()].map(([key, one]) => [key, copyOf(one)]));
  return value instanceof Y.AbstractType ? value.clone() : value;
}

function copyOfNode(node: Y.XmlElement | Y.XmlText | Y.XmlHook): Y.XmlElement | Y.XmlText {
  if (node instanceof Y.XmlText) return copyOfText(node, new Y.XmlText());
  if (node instanceof Y.XmlHook) throw new TypeError('a board holds no hooks');
  const copy = new Y.XmlElement(node.nodeName);
  // Numbers and nothing too, whatever the type says: `start` of a list is one.
  for (const [name, value] of Object.entries(node.getAttributes())) if (value !== undefined) copy.setAttribute(name, value);
  copy.insert(0, node.toArray().map(copyOfNode));
  return copy;
}

/** Marks that change nothing do not come along: words that look alike are one stretch, and a look is written once for as long as it goes on. */
function copyOfText<T extends Y.Text>(text: T, copy: T): T {
  const stretches = stretchesOf(text);
  let at = 0;
  for (const { insert } of stretches) {
    if (typeof insert === 'string') copy.insert(at, insert);
    else copy.insertEmbed(at, copyOf(insert) as object); // what is no words in a text is an object.
    at += lengthOf(insert);
  }
  // From the end, or the beginning of one look would write over the end of the one before, and its remains would stay.
  for (const { key, value, at: from, length } of looksOf(stretches).reverse()) copy.format(from, length, { [key]: value });
  for (const [name, value] of Object.entries<unknown>(text.getAttributes())) copy.setAttribute(name, value);
  return copy;
}

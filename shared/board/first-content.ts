/** The first words of a board. The server writes them once; a client that did so too would double them. */
import * as Y from 'yjs';
import { withoutControls } from '../elements/fields.ts';
import type { NewElement } from '../elements/registry.ts';
import { badField, Problem } from '../lib/problem.ts';
import { addElement } from './board-doc.ts';
import { boardRoots } from './layout.ts';
import { purposeMax } from './limits.ts';
import { serverOrigin, type Origin } from './origins.ts';

/** Writes the purpose (one paragraph a line) and the first cards. @throws Problem conflict when the board holds anything, invalid */
export function createFirstContent(doc: Y.Doc, first: { purposeText: string; elements: readonly NewElement[] }, origin: Origin = serverOrigin): void {
  const { purpose, elements } = boardRoots(doc);
  if (purpose.length > 0 || elements.size > 0) throw new Problem('conflict', 'refused.already-begun');
  const words = withoutControls(first.purposeText).trim();
  if (words.length > purposeMax) throw badField('purpose', 'field.too-long', { max: purposeMax });
  doc.transact(() => {
    purpose.insert(0, words.split('\n').map(paragraph));
    for (const element of first.elements) addElement(doc, element, origin);
  }, origin);
}

/** One paragraph of the purpose. */
export function paragraph(line: string): Y.XmlElement {
  const node = new Y.XmlElement('paragraph');
  if (line !== '') node.insert(0, [new Y.XmlText(line)]);
  return node;
}

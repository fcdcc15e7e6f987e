import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardRoots } from '#shared/board/layout.ts';
import { placeOf } from './place.ts';

test('a place tells the root, the depth, the card and the kind, however deep a type lies', () => {
  const doc = new Y.Doc();
  const { elements, purpose } = boardRoots(doc);
  const title = new Y.Text();
  elements.set('card', new Y.Map([['title', title]]));
  const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')];
  purpose.push([list]);
  list.push([item]);
  expect(placeOf(doc, elements)).toMatchObject({ root: 'elements', depth: 0, kind: 'map', entry: null, up: null });
  expect(placeOf(doc, title)).toMatchObject({ root: 'elements', depth: 2, kind: 'text', entry: 'card' });
  expect(placeOf(doc, item)).toMatchObject({ root: 'purpose', depth: 2, kind: 'xmlElement', name: 'listItem', entry: null });
  expect(placeOf(doc, item)).toBe(placeOf(doc, item));
});

test('a type of another document has no place here', () => {
  const doc = new Y.Doc();
  boardRoots(doc);
  expect(() => placeOf(doc, new Y.Doc().getMap('elements'))).toThrow('unknown-root');
});

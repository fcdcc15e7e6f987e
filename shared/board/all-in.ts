/** All that a document says, as plain data: cards and nodes of a newer version too, and nothing of how it came to be. */
import * as Y from 'yjs';
import { type Stretch, stretchesOf } from './stretches.ts';

/** Two documents in which this is deeply equal show the same to everybody. */
export function allIn(doc: Y.Doc): unknown {
  return new Map([...doc.share.keys()].map((name) => [name, saidBy(doc.get(name))]));
}

function saidBy(value: unknown): unknown {
  if (!(value instanceof Y.AbstractType)) return value;
  const own = { type: value.constructor.name };
  if (value instanceof Y.Text) return { ...own, attributes: value.getAttributes(), stretches: stretchesOf(value).map(saidOf) };
  if (value instanceof Y.XmlElement) return { ...own, name: value.nodeName, attributes: value.getAttributes(), nodes: value.toArray().map(saidBy) };
  if (value instanceof Y.XmlFragment || value instanceof Y.Array) return { ...own, within: value.toArray().map(saidBy) };
  if (value instanceof Y.Map) return { ...own, entries: new Map([...value.entries()].map(([key, one]) => [key, saidBy(one)])) };
  return own;
}

function saidOf({ insert, attributes }: Stretch): unknown {
  return { insert: saidBy(insert), attributes };
}

/** The lists of a document as an attacker sees them: where they are, and the ids of what stands in them. */
import * as Y from 'yjs';
import type { IdPair } from './craft.ts';

export interface List {
  readonly kind: 'map' | 'text' | 'xmlText' | 'xmlElement' | 'xmlFragment';
  readonly name: string;
  readonly depth: number;
  readonly parent: string | IdPair;
  readonly key: string | undefined;
  readonly units: readonly IdPair[];
}

/** The lists of a document, each with the ids of its units in order, and where to find it. */
export function listsOf(doc: Y.Doc): List[] {
  const lists: List[] = [];
  const visit = (type: Y.Item['parent'], parent: string | IdPair, depth: number): void => {
    if (!(type instanceof Y.AbstractType)) return;
    const about = { key: undefined, kind: kindOf(type), name: type instanceof Y.XmlElement ? type.nodeName : '', depth, parent };
    if (about.kind !== 'map') lists.push({ ...about, units: unitsFrom(type._start) });
    for (const [key, value] of type._map) {
      let first = value;
      while (first.left !== null) first = first.left;
      lists.push({ ...about, key, units: unitsFrom(first) });
    }
    if (about.kind === 'map') lists.push({ ...about, key: `fresh${lists.length}`, units: [] });
    const inside = [...type._map.values()];
    for (let item = type._start; item !== null; item = item.right) inside.push(item);
    for (const { content, id } of inside) if (content instanceof Y.ContentType) visit(content.type, [id.client, id.clock], depth + 1);
  };
  for (const [name, type] of doc.share) visit(type, name, 0);
  return lists;
}

function unitsFrom(start: Y.Item | null): IdPair[] {
  const units: IdPair[] = [];
  for (let item = start; item !== null; item = item.right) {
    for (let unit = 0; unit < Math.min(item.length, 40); unit++) units.push([item.id.client, item.id.clock + unit]);
  }
  return units;
}

function kindOf(type: unknown): List['kind'] {
  if (type instanceof Y.Map) return 'map';
  if (type instanceof Y.XmlText) return 'xmlText';
  if (type instanceof Y.XmlElement) return 'xmlElement';
  return type instanceof Y.Text ? 'text' : 'xmlFragment';
}

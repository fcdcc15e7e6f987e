/** The full structure of a document as text: what stands where, in which order, by whom, living or deleted. */
import * as Y from 'yjs';
import type { SharedType } from './place.ts';

/** Two documents with the same description show the same to everybody and merge alike from here on. */
export function describeDoc(doc: Y.Doc): string {
  const clocks = [...doc.store.clients.keys()].sort((a, b) => a - b).map((client) => `${client}:${Y.getState(doc.store, client)}`);
  const roots = [...doc.share].sort(byKey).map(([name, type]) => `${name} ${describeType(type)}`);
  return [...clocks, ...roots].join('\n');
}

function describeType(type: SharedType): string {
  const slots = [...type._map].sort(byKey).map(([key, item]) => `${JSON.stringify(key)}=${describeSlot(item)}`);
  return `${nameOf(type)}[${describeRun(type._start)}]{${slots.join(',')}}`;
}

function describeSlot(item: Y.Item): string {
  let first = item;
  while (first.left !== null) first = first.left;
  return describeRun(first);
}

/** Neighbouring units of one item read the same whether or not Yjs has merged them. */
function describeRun(start: Y.Item | null): string {
  const parts: string[] = [];
  let next = '';
  for (let item = start; item !== null; item = item.right) {
    const { client, clock } = item.id;
    const flag = item.deleted ? '-' : item.content instanceof Y.ContentString ? '' : '+';
    const joined = `${client}:${clock}${flag}`;
    if (joined !== next || flag === '+') parts.push(`|${joined}`);
    next = `${client}:${clock + item.length}${flag}`;
    parts.push(item.deleted ? '~'.repeat(Math.min(item.length, 1_000_000)) : describeContent(item.content));
  }
  return parts.join('');
}

function describeContent(content: Y.Item['content']): string {
  if (content instanceof Y.ContentString) return JSON.stringify(content.str).slice(1, -1);
  if (content instanceof Y.ContentType) return describeType(content.type);
  if (content instanceof Y.ContentFormat) return `<${content.key} ${JSON.stringify(content.value)}>`;
  return JSON.stringify(content.getContent());
}

function nameOf(type: SharedType): string {
  return type instanceof Y.XmlElement ? `xmlElement:${type.nodeName}` : type.constructor.name;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** A small board to attack: one card with a title, and a purpose of one paragraph. */
import { expect } from 'vitest';
import * as Y from 'yjs';
import type { GateLimits } from '#server/boards/gate/limits.ts';
import { describeDoc } from '#server/boards/gate/structure.ts';
import type { GateCode, GatePassed } from '#server/boards/gate/verdict.ts';
import { CheckedWorld } from './checked-world.ts';
import type { IdPair } from './craft.ts';
import { newBoardDoc } from './world.ts';

export const CARD = 'card-1-of-this-board';
export const MALLORY = 666;
export const AMINA = 77;

export interface Scene {
  readonly world: CheckedWorld;
  /** Ids of the types in the document. */
  readonly card: IdPair;
  readonly title: IdPair;
  readonly paragraph: IdPair;
  readonly words: IdPair;
}

/** The title reads `title`. */
export function scene(title = 'abcdef'): Scene {
  const world = new CheckedWorld();
  const card = new Y.Map<unknown>();
  const text = new Y.Text(title);
  const paragraph = new Y.XmlElement('paragraph');
  const words = new Y.XmlText('why we do this');
  world.seed((doc) => {
    doc.getMap('elements').set(CARD, card);
    for (const [key, value] of Object.entries({ kind: 'story', state: 'open', title: text })) card.set(key, value);
    doc.getXmlFragment('purpose').insert(0, [paragraph]);
    paragraph.insert(0, [words]);
  });
  return { world, card: idOf(card), title: idOf(text), paragraph: idOf(paragraph), words: idOf(words) };
}

export function idOf(type: Y.Item['parent']): IdPair {
  const item = type instanceof Y.AbstractType ? type._item : null;
  if (item === null) throw new Error('not in a document');
  return [item.id.client, item.id.clock];
}

/** The id of the unit at this place of a text. */
export function unitAt(text: Y.Text, index: number): IdPair {
  let left = index;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (left < item.length) return [item.id.client, item.id.clock + left];
    left -= item.length;
  }
  throw new Error('beyond the text');
}

export function titleOf(doc: Y.Doc): Y.Text {
  const card = doc.getMap('elements').get(CARD);
  const title = card instanceof Y.Map ? card.get('title') : null;
  if (!(title instanceof Y.Text)) throw new Error('no title');
  return title;
}

export function wordsOf(doc: Y.Doc): Y.XmlText {
  const [paragraph] = doc.getXmlFragment('purpose').toArray();
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(words instanceof Y.XmlText)) throw new Error('no words');
  return words;
}

/** Expects this code, and a document nothing has happened to. */
export function refused(world: CheckedWorld, update: Uint8Array, code: GateCode, person = 'mallory', limits?: GateLimits): void {
  const before = describeDoc(world.doc);
  const { verdict } = world.receive(person, update, limits);
  expect(verdict.ok ? 'passed' : verdict.code).toBe(code);
  expect(describeDoc(world.doc)).toBe(before);
  expect([...world.doc.share.keys()].sort()).toEqual(['elements', 'purpose']);
}

/** Expects the update to pass and to do what the gate said. */
export function passes(world: CheckedWorld, update: Uint8Array, person = 'amina', limits?: GateLimits): GatePassed {
  const { verdict } = world.receive(person, update, limits);
  if (!verdict.ok) throw new Error(`refused: ${verdict.code} ${verdict.detail}`);
  return verdict;
}

/** A copy of the board on someone's device. */
export function copyOf(world: CheckedWorld, clientId: number): Y.Doc {
  const doc = newBoardDoc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(world.doc), 'server');
  doc.clientID = clientId;
  return doc;
}

/** What this person's device would send after doing something, as one update. */
export function doing(doc: Y.Doc, act: (doc: Y.Doc) => void): Uint8Array {
  const made: Uint8Array[] = [];
  const listen = (bytes: Uint8Array): void => void made.push(bytes);
  doc.on('update', listen);
  act(doc);
  doc.off('update', listen);
  return made.length === 1 && made[0] !== undefined ? made[0] : Y.mergeUpdates(made);
}

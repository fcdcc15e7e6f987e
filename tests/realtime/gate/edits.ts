/** What people do to a board: cards, their fields and texts, and the purpose through the real y-tiptap. */
import { getSchema } from '@tiptap/core';
import type { NodeType, Node as RichNode } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { findWrapping } from '@tiptap/pm/transform';
import StarterKit from '@tiptap/starter-kit';
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import type { Random } from './random.ts';

export const schema = getSchema([
  StarterKit.configure({ undoRedo: false, code: false, codeBlock: false, horizontalRule: false, heading: false, underline: false }),
]);

const words = ['falls ', 'ward ', 'who? ', 'tea\n', 'é', '👍', 'नमस्ते ', '🧑‍⚕️', 'x', 'we tried this on night shift, and it helped '];

/** Origins that undo reaches: making a card is not one, because cards are archived and never removed. */
export const EDIT = 'edit';
export const CREATE = 'create';

type Edit = (doc: Y.Doc, random: Random) => void;

const edits: readonly (readonly [weight: number, edit: Edit])[] = [
  [4, createElement],
  [10, setField],
  [3, clearField],
  [30, typeText],
  [14, deleteText],
  [2, renewText],
  [30, editPurpose],
];

export function makeEdit(doc: Y.Doc, random: Random): void {
  let at = random.below(edits.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, edit] of edits) {
    at -= weight;
    if (at < 0) return edit(doc, random);
  }
}

/** What the server puts into a new board's purpose. */
export function startPurpose(doc: Y.Doc): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Nobody waits alone for a bed.')]);
  doc.getXmlFragment('purpose').insert(0, [paragraph]);
}

export function createElement(doc: Y.Doc, random: Random): void {
  doc.transact(() => {
    const element = new Y.Map<unknown>();
    doc.getMap('elements').set(random.id(), element);
    element.set('kind', random.pick(['blocker', 'testOfChange', 'story']));
    element.set('position', `a${random.below(1_000)}`);
    element.set('state', 'open');
    element.set('title', new Y.Text());
    const notes = new Y.Text();
    element.set('notes', notes);
    notes.insert(0, random.pick(words));
  }, CREATE);
}

function setField(doc: Y.Doc, random: Random): void {
  const element = anyElement(doc, random);
  if (element === null) return;
  const key = random.pick(['state', 'position', 'archivedAt', 'level', 'isUrgent', 'dueOn']);
  const value = random.pick([null, true, false, 0, -12, 3.5, 1e12, '', 'asked', '2026-11-24T09:00:00.000Z']);
  doc.transact(() => element.set(key, value), EDIT);
}

function clearField(doc: Y.Doc, random: Random): void {
  const element = anyElement(doc, random);
  if (element !== null) doc.transact(() => element.delete(random.pick(['archivedAt', 'level', 'dueOn'])), EDIT);
}

function typeText(doc: Y.Doc, random: Random): void {
  const text = anyText(doc, random);
  if (text === null) return;
  const spots = boundaries(text.toString());
  const at = random.chance(0.5) ? text.length : random.pick(spots);
  doc.transact(() => text.insert(at, random.pick(words)), EDIT);
}

function deleteText(doc: Y.Doc, random: Random): void {
  const text = anyText(doc, random);
  if (text === null || text.length === 0) return;
  const spots = boundaries(text.toString());
  const from = random.below(spots.length);
  const to = Math.min(spots.length - 1, from + random.below(12));
  doc.transact(() => text.delete(spots[from] ?? 0, (spots[to] ?? 0) - (spots[from] ?? 0)), EDIT);
}

function renewText(doc: Y.Doc, random: Random): void {
  const element = anyElement(doc, random);
  if (element !== null) doc.transact(() => element.set('title', new Y.Text(random.pick(words))), EDIT);
}

/** One step of an editor, written to the document as y-tiptap writes it. */
export function editPurpose(doc: Y.Doc, random: Random): void {
  const fragment = doc.getXmlFragment('purpose');
  const { doc: before, mapping } = initProseMirrorDoc(fragment, schema);
  const state = EditorState.create({ schema, doc: before });
  const step = state.tr;
  try {
    random.pick(richSteps)(step, random);
  } catch {
    return; // The step does not fit here; an editor would not have offered it.
  }
  if (!step.docChanged) return;
  doc.transact(() => updateYFragment(doc, fragment, step.doc, { mapping, isOMark: new Map() }), EDIT);
}

type RichStep = (step: Transaction, random: Random) => void;

const richSteps: readonly RichStep[] = [
  (step, random) => void step.insertText(random.pick(words).trim() || 'a', spot(step.doc, random)),
  (step, random) => void step.insertText(random.pick(words).trim() || 'b', spot(step.doc, random)),
  (step, random) => void step.delete(...span(step.doc, random)),
  (step, random) => void step.split(spot(step.doc, random)),
  (step, random) => void step.addMark(...span(step.doc, random), schema.mark(random.pick(['bold', 'italic', 'strike']))),
  (step, random) => void step.removeMark(...span(step.doc, random)),
  (step, random) => void step.addMark(...span(step.doc, random), schema.mark('link', { href: `https://example.org/${random.below(9)}` })),
  (step, random) => void step.insert(spot(step.doc, random), schema.node('hardBreak')),
  (step, random) => wrap(step, random, random.pick(['bulletList', 'orderedList', 'blockquote'])),
  lift,
  (step, random) => void step.insert(step.doc.content.size, schema.node('paragraph', null, [schema.text(random.pick(words).trim() || 'c')])),
];

function nodeType(name: string): NodeType {
  const type = schema.nodes[name];
  if (type === undefined) throw new Error(name);
  return type;
}

function wrap(step: Transaction, random: Random, name: string): void {
  const [from, to] = span(step.doc, random);
  const range = step.doc.resolve(from).blockRange(step.doc.resolve(to));
  const around = range === null ? null : findWrapping(range, nodeType(name));
  if (range !== null && around !== null) step.wrap(range, around);
}

function lift(step: Transaction, random: Random): void {
  const range = step.doc.resolve(spot(step.doc, random)).blockRange();
  if (range !== null && range.depth > 0) step.lift(range, range.depth - 1);
}

/** A place between two whole characters of a text block. */
function spot(doc: RichNode, random: Random): number {
  const spots: number[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    let inside = at + 1;
    node.forEach((child) => {
      spots.push(...(child.isText ? boundaries(child.text ?? '').map((offset) => inside + offset) : [inside]));
      inside += child.nodeSize;
    });
    spots.push(inside);
    return false;
  });
  return spots.length === 0 ? TextSelection.atStart(doc).from : random.pick(spots);
}

function span(doc: RichNode, random: Random): [from: number, to: number] {
  const ends: [number, number] = [spot(doc, random), spot(doc, random)];
  return ends[0] <= ends[1] ? ends : [ends[1], ends[0]];
}

function anyElement(doc: Y.Doc, random: Random): Y.Map<unknown> | null {
  const elements = [...doc.getMap('elements').values()].filter((value) => value instanceof Y.Map);
  return elements.length === 0 ? null : random.pick(elements);
}

function anyText(doc: Y.Doc, random: Random): Y.Text | null {
  const text = anyElement(doc, random)?.get(random.pick(['title', 'notes']));
  return text instanceof Y.Text ? text : null;
}

/** Offsets between whole characters, both ends included. */
function boundaries(text: string): number[] {
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return offsets;
}

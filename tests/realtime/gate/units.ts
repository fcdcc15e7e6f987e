/** Single units in one list: where the gate's trial copy puts them, where Yjs does by its own rule, and Yjs itself. */
import * as Y from 'yjs';
import { settle } from '#server/boards/gate/conflict.ts';
import { Lists } from '#server/boards/gate/lists.ts';
import type { ParsedStruct } from '#server/boards/gate/parse-update.ts';
import { type Piece, Pieces } from '#server/boards/gate/pieces.ts';
import { Refusal } from '#server/boards/gate/verdict.ts';
import { Work } from '#server/boards/gate/work.ts';
import { frame } from './craft.ts';

/** What somebody wrote, and between which two they say. */
export interface Unit {
  readonly client: number;
  readonly clock: number;
  readonly left: Unit | null;
  readonly right: Unit | null;
}

export function read(order: readonly Unit[]): string {
  return order.map(({ client, clock }) => `${client}:${clock}`).join(' ');
}

/** Where the gate puts the unit among the others; null when it refuses it. */
export function asTheGateSays(order: readonly Unit[], unit: Unit): readonly Unit[] | null {
  const [pieces, work] = [new Pieces(), new Work(1_000)];
  const lists = new Lists(pieces, work);
  const list = lists.of(structOf(unit), null, { root: 'purpose', depth: 0, kind: 'xmlFragment', name: '', entry: null, up: null }, null);
  const of = new Map<Unit, Piece>();
  let end: Piece | null = null;
  for (const other of order) {
    const piece = pieces.add(structOf(other), other.clock);
    lists.link(list, end, piece);
    of.set(other, piece);
    end = piece;
  }
  const at = (neighbour: Unit | null): Piece | null => (neighbour === null ? null : (of.get(neighbour) ?? null));
  const find = (client: number, clock: number): Piece => {
    for (const piece of of.values()) if (piece.client === client && piece.clock === clock) return piece;
    throw new Error('no such unit');
  };
  const mine = pieces.add(structOf(unit), unit.clock);
  try {
    settle({ pieces, lists, work, find, turn: 0 }, list, mine, { left: at(unit.left), right: at(unit.right) });
  } catch (thrown) {
    if (thrown instanceof Refusal) return null;
    throw thrown;
  }
  of.set(unit, mine);
  const units = new Map([...of].map(([one, piece]) => [piece, one]));
  const found: Unit[] = [];
  for (let piece = lists.startOf(list); piece !== null; piece = pieces.rightOf(piece)) found.push(units.get(piece) ?? unit);
  return found;
}

/** Where Yjs puts it: `Item.integrate`, for units of one list. */
export function asYjsSays(order: readonly Unit[], unit: Unit): readonly Unit[] {
  let at = unit.left === null ? 0 : order.indexOf(unit.left) + 1;
  const passed = new Set<Unit>();
  const clashing = new Set<Unit>();
  for (const [next, rival] of order.entries()) {
    if (next < at && passed.size === 0) continue;
    if (rival === unit.right) break;
    passed.add(rival);
    clashing.add(rival);
    const isSibling = rival.left === unit.left;
    if (isSibling ? rival.client >= unit.client && rival.right === unit.right : rival.left === null || !passed.has(rival.left)) break;
    if (isSibling ? rival.client >= unit.client : rival.left !== null && clashing.has(rival.left)) continue;
    at = next + 1;
    clashing.clear();
  }
  return order.toSpliced(at, 0, unit);
}

/** What Yjs shows that is sent the units one after another. */
export function inYjs(units: readonly Unit[]): string {
  const doc = new Y.Doc({ gc: false });
  const text = doc.getText('list');
  for (const { client, clock, left, right } of units) {
    const struct = { origin: idOf(left), right: idOf(right), parent: 'list', content: { text: 'x' } };
    Y.applyUpdate(doc, frame(client, clock, struct));
  }
  const found: string[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    for (let unit = 0; unit < item.length; unit++) found.push(`${item.id.client}:${item.id.clock + unit}`);
  }
  return found.join(' ');
}

function structOf({ client, clock, left, right }: Unit): ParsedStruct {
  return { client, clock, length: 1, origin: left, right, parent: null, key: null, content: { kind: 'string', text: 'x' } };
}

function idOf(unit: Unit | null): readonly [number, number] | undefined {
  return unit === null ? undefined : [unit.client, unit.clock];
}

/** The order the gate's trial copy predicts for the lists an update touches, beside the order Yjs then makes. */
import type * as Y from 'yjs';
import { Inspection } from '#server/boards/gate/inspection.ts';
import type { List } from '#server/boards/gate/lists.ts';
import { parseUpdate } from '#server/boards/gate/parse-update.ts';
import { placeStructs } from '#server/boards/gate/place-structs.ts';
import type { GateRules } from '#server/boards/gate/rules.ts';

export interface Predicted {
  readonly list: List;
  readonly order: string;
}

/** For an update that passes. The document stays as it is. */
export function predictOrder(doc: Y.Doc, update: Uint8Array, rules: GateRules): Predicted[] {
  const look = new Inspection(doc, parseUpdate(update, rules.limits), rules);
  placeStructs(look);
  return [...look.lists.all()].map((list) => {
    const runs = new Runs();
    for (let piece = look.lists.startOf(list); piece !== null; piece = look.pieces.rightOf(piece)) runs.add(piece.client, piece.clock, piece.length);
    return { list, order: runs.toString() };
  });
}

/** The order in the document now; null when the type is gone, or came with the update. */
export function orderNow({ type, key }: List): string | null {
  if (type === null || type._item?.deleted === true) return null;
  let item = key === null ? type._start : (type._map.get(key) ?? null);
  while (key !== null && item !== null && item.left !== null) item = item.left;
  const runs = new Runs();
  for (; item !== null; item = item.right) runs.add(item.id.client, item.id.clock, item.length);
  return runs.toString();
}

/** Runs of units, the same whether or not they are cut. */
class Runs {
  private readonly parts: string[] = [];
  private next = '';

  add(client: number, clock: number, length: number): void {
    if (`${client}:${clock}` === this.next) this.parts.push(`~${length}`);
    else this.parts.push(` ${client}:${clock}~${length}`);
    this.next = `${client}:${clock + length}`;
  }

  toString(): string {
    return this.parts.join('').replace(
      /(~\d+)+/g,
      (lengths) =>
        `~${lengths
          .slice(1)
          .split('~')
          .reduce((sum, length) => sum + Number(length), 0)}`,
    );
  }
}

/**
 * A trial copy of the lists an update writes into. Items of the store and structs of the update are seen as pieces that can
 * be cut and linked here as Yjs will cut and link them, while the document stays untouched. Pieces are made when first
 * looked at: typing one letter makes two or three.
 */
import * as Y from 'yjs';
import { indexAt, type Id, type ParsedStruct } from './parse-update.ts';
import { refuse } from './verdict.ts';

/** A run of units of one item or struct. The ids are spread out into numbers; a client of -1 means none. */
export interface Piece {
  readonly source: Y.Item | ParsedStruct;
  readonly client: number;
  readonly clock: number;
  length: number;
  readonly originClient: number;
  readonly originClock: number;
  readonly rightClient: number;
  readonly rightClock: number;
  /** The piece to the right; undefined while the store's own order still holds. */
  right: Piece | null | undefined;
  /** Marks of the last walk that passed here, see conflict.ts. */
  passed: number;
  clashed: number;
}

export class Pieces {
  private readonly bySource = new Map<Y.Item | ParsedStruct, Piece[]>();

  /** Adds what is new of a struct: all of it, or what lies after the units already known. */
  add(struct: ParsedStruct, fromClock: number): Piece {
    const origin = fromClock === struct.clock ? struct.origin : { client: struct.client, clock: fromClock - 1 };
    const piece = newPiece(struct, { client: struct.client, clock: fromClock }, struct.clock + struct.length - fromClock, origin, struct.right);
    this.bySource.set(struct, [piece]);
    return piece;
  }

  /** The piece that holds the unit. */
  holding(source: Y.Item | ParsedStruct, clock: number): Piece {
    const parts = this.partsOf(source);
    return parts[indexAt(parts, clock)] ?? missing();
  }

  /** The piece that begins with the unit, cut off if need be. */
  startingAt(source: Y.Item | ParsedStruct, clock: number): Piece {
    const piece = this.holding(source, clock);
    return piece.clock === clock ? piece : this.cut(piece, clock);
  }

  /** The piece that ends with the unit, cut off if need be. */
  endingAt(source: Y.Item | ParsedStruct, clock: number): Piece {
    const piece = this.holding(source, clock);
    if (clock + 1 < piece.clock + piece.length) this.cut(piece, clock + 1);
    return piece;
  }

  /** The first piece of an item or struct. */
  first(source: Y.Item | ParsedStruct): Piece {
    return this.partsOf(source)[0] ?? missing();
  }

  last(source: Y.Item | ParsedStruct): Piece {
    return this.partsOf(source).at(-1) ?? missing();
  }

  rightOf(piece: Piece): Piece | null {
    if (piece.right === undefined) {
      const next = piece.source instanceof Y.Item ? piece.source.right : null;
      piece.right = next === null ? null : this.first(next);
    }
    return piece.right;
  }

  private partsOf(source: Y.Item | ParsedStruct): Piece[] {
    let parts = this.bySource.get(source);
    if (parts === undefined) {
      if (!(source instanceof Y.Item)) return missing();
      parts = [newPiece(source, source.id, source.length, source.origin, source.rightOrigin)];
      this.bySource.set(source, parts);
    }
    return parts;
  }

  private cut(piece: Piece, clock: number): Piece {
    const size = clock - piece.clock;
    const cutOff: Piece = { ...piece, clock, length: piece.length - size, originClient: piece.client, originClock: clock - 1 };
    piece.length = size;
    piece.right = cutOff;
    const parts = this.partsOf(piece.source);
    parts.splice(indexAt(parts, piece.clock) + 1, 0, cutOff);
    return cutOff;
  }
}

/** Whether the piece holds the unit. */
export function holds(piece: Piece, client: number, clock: number): boolean {
  return piece.client === client && piece.clock <= clock && clock < piece.clock + piece.length;
}

function newPiece(source: Y.Item | ParsedStruct, { client, clock }: Id, length: number, origin: Id | null, right: Id | null): Piece {
  return {
    source,
    client,
    clock,
    length,
    originClient: origin === null ? -1 : origin.client,
    originClock: origin === null ? -1 : origin.clock,
    rightClient: right === null ? -1 : right.client,
    rightClock: right === null ? -1 : right.clock,
    right: undefined,
    passed: 0,
    clashed: 0,
  };
}

function missing(): never {
  return refuse('not-understood', 'piece');
}

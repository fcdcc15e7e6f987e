/**
 * How much a board has grown. What was deleted still takes room in a document, so whoever types and deletes for ever would fill the memory of
 * the server and of every device: a board that is full takes no more in, and says so before.
 */
import * as Y from 'yjs';
import { Problem } from '#shared/lib/problem.ts';
import type { GatePassed } from './gate/verdict.ts';

export interface GrowthLimits {
  /** Pieces of the document, remains of deleted ones counted: about 250 bytes of memory each. */
  readonly structs: number;
  readonly bytes: number;
  /** Client ids, of everybody together. */
  readonly clients: number;
}

export const boardLimits: GrowthLimits = { structs: 200_000, bytes: 8_000_000, clients: 20_000 };

/** Deleting takes room too, for it cuts what stays: it goes on for a while in a full board, and then ends. */
const deletingUpTo = 1.1;
/** Counted anew after so many changes; between counts the figure is a little high or low. */
const countEvery = 1000;

export class Growth {
  readonly #doc: Y.Doc;
  readonly #limits: GrowthLimits;
  #structs = 0;
  #bytes: number;
  #measuredBytes: number;
  #uncounted = 0;

  /** @param bytes what the stored board weighs, or more */
  constructor(doc: Y.Doc, bytes: number, limits: GrowthLimits = boardLimits) {
    this.#doc = doc;
    this.#limits = limits;
    this.#bytes = bytes;
    this.#measuredBytes = bytes;
    this.#count();
  }

  /** How full the board is, in percent. */
  get percent(): number {
    const { structs, bytes, clients } = this.#limits;
    return Math.floor(100 * Math.max(this.#structs / structs, this.#bytes / bytes, this.#doc.store.clients.size / clients));
  }

  /** @throws Problem refused when the board would grow beyond what one may be */
  makeRoom({ structs }: GatePassed, bytes: number): void {
    this.#weigh(bytes);
    const most = structs > 0 ? 1 : deletingUpTo;
    const isFull =
      this.#structs + structs > this.#limits.structs * most ||
      this.#bytes + bytes > this.#limits.bytes * most ||
      (structs > 0 && this.#doc.store.clients.size >= this.#limits.clients);
    if (isFull) throw new Problem('refused', 'refused.board-full');
  }

  /** Something was taken in. */
  grown({ structs, deleted }: GatePassed, bytes: number): void {
    // A delete in the middle of a piece makes three of it.
    const more = structs + 2 * Math.min(deleted, countEvery);
    this.#structs += more;
    this.#uncounted += more;
    this.#bytes += bytes;
    if (this.#uncounted > countEvery) this.#count();
  }

  #count(): void {
    this.#uncounted = 0;
    this.#structs = 0;
    for (const structs of this.#doc.store.clients.values()) this.#structs += structs.length;
  }

  /** A log weighs more than the document it makes: near the limit it is the document that counts. */
  #weigh(more: number): void {
    const isNear = this.#bytes + more > this.#limits.bytes * 0.8;
    if (!isNear || this.#bytes - this.#measuredBytes < this.#limits.bytes / 100) return;
    this.#bytes = Y.encodeStateAsUpdate(this.#doc).length;
    this.#measuredBytes = this.#bytes;
  }
}

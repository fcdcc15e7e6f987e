/** One look beside: the board as it was then, and what has been written since. */
import * as Y from 'yjs';
import { purposeRoot } from '#shared/board/layout.ts';
import type { GatePassed } from '../gate/verdict.ts';
import type { LoadedBoard } from '../load-board.ts';

export class Trial {
  readonly #board: LoadedBoard;
  readonly #written = new Set<string>();
  readonly #clients = new Set<number>();
  readonly state: Uint8Array;

  constructor(board: LoadedBoard) {
    this.#board = board;
    this.state = Y.encodeStateAsUpdate(board.doc);
  }

  /** Something was taken into the board meanwhile. */
  note(passed: GatePassed): void {
    for (const place of placesOf(passed)) this.#written.add(place);
    for (const client of passed.clients) this.#clients.add(client);
  }

  /**
   * Whether what was found then still holds: the board was not loaded anew, and nobody wrote on the same cards or under the same client ids.
   * Nothing in one card can depend on another card: a struct stands, by what the gate lets in, in one place, and so do its neighbours.
   */
  holds(board: LoadedBoard, passed: GatePassed): boolean {
    return (
      board === this.#board &&
      placesOf(passed).every((place) => !this.#written.has(place)) &&
      passed.clients.every((client) => !this.#clients.has(client))
    );
  }
}

function placesOf({ elements, roots }: GatePassed): string[] {
  return roots.has(purposeRoot) ? [...elements, purposeRoot] : [...elements];
}

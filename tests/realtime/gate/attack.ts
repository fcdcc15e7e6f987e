/** Who attacks, and with what in hand. */
import * as Y from 'yjs';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** One who attacks, with the client ids they write under. */
export interface Attacker {
  readonly person: string;
  readonly clients: number[];
}

export interface Attack {
  readonly random: Random;
  readonly world: World;
  readonly attacker: Attacker;
  /** Frames sent before, to bend. */
  readonly seen: readonly Uint8Array[];
}

/** The clock this client id would write next. */
export function nextClock(world: World, client: number): number {
  return Y.getState(world.doc.store, client);
}

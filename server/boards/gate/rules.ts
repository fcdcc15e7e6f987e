/** What a board tells the gate: who sends, which roots there are, and what may be written and removed where. */
import type { GateLimits } from './limits.ts';
import type { Content } from './parse-update.ts';
import type { Place } from './place.ts';

/** One thing an update writes or removes. */
export interface Touch {
  /** The type it goes into or lies in. */
  readonly place: Place;
  /** The map slot, or null for a place among the children. */
  readonly key: string | null;
  /** For what lies inside a root map: the key of the root's entry. */
  readonly entry: string | null;
  /** Who wrote it. */
  readonly client: number;
  /** What is written; null when something is removed. */
  readonly content: Content | null;
  /** A write to a slot that holds a living value. */
  readonly replaces: boolean;
}

export interface GateRules {
  /** Whether this client id is bound to the sender. */
  owns(clientId: number): boolean;
  /** Whether the sender may bind this client id, which has written nothing here yet. */
  mayBind(clientId: number): boolean;
  readonly roots: ReadonlySet<string>;
  /** False for members who read or comment only: then nothing may change at all, not even a clock. */
  readonly mayWrite: boolean;
  write(touch: Touch): boolean;
  remove(touch: Touch): boolean;
  readonly limits: GateLimits;
}

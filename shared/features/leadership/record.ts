/** What the mirror is worked out from: plain data, read from rows by the server. Times are milliseconds since 1970. */
import type { Perspective } from '../people/model.ts';
import type { ActKind } from './kinds.ts';

/** One act that carries leadership. */
export interface Act {
  readonly at: number;
  readonly personId: string;
  readonly kind: ActKind;
}

/** Somebody built on what somebody else did: kindled their spark, worked on their card, said yes to their invitation... */
export interface Building {
  readonly at: number;
  readonly personId: string;
  /** Whose it was. */
  readonly onId: string;
}

/** Somebody with a seat, now or once. */
export interface Seated {
  readonly personId: string;
  readonly perspectives: readonly Perspective[];
  readonly joinedAt: number;
  readonly leftAt: number | null;
}

export interface TeamRecord {
  readonly acts: readonly Act[];
  readonly buildings: readonly Building[];
  readonly seated: readonly Seated[];
  /** When somebody last said whether they want to be counted, by person; only those who ever said. */
  readonly choices: ReadonlyMap<string, { readonly counted: boolean; readonly at: number }>;
  /** When somebody's seat or perspectives last changed, by person. */
  readonly moves: ReadonlyMap<string, number>;
}

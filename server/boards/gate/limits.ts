/** How much one update may carry: live frames are small, offline merges are large and take another way in. */
import { maxFrameBytes, maxMergeBytes } from '#shared/realtime/events.ts';

export interface GateLimits {
  readonly bytes: number;
  /** Client ids with structs in one update. */
  readonly sections: number;
  readonly structs: number;
  readonly deleteRanges: number;
  /** Client ids never seen before, in one update. */
  readonly newClients: number;
  /** Clocks used up by one update. */
  readonly clockAdvance: number;
  /** Bytes of a map key, a format key or a node name. */
  readonly keyBytes: number;
  /** UTF-16 units of one string. */
  readonly textUnits: number;
  /** Nesting of one plain value. */
  readonly valueDepth: number;
  /** Plain values in one update, nested ones counted. */
  readonly valueNodes: number;
  /** Nesting of shared types, the root's own children being 1. */
  readonly typeDepth: number;
  /** Units of about a tenth of a microsecond that placing and deleting may cost. */
  readonly work: number;
  /** Living units one update may delete. */
  readonly deletedUnits: number;
  /** Formatting marks in one text. */
  readonly formatsPerText: number;
}

/** Clocks stay far below 2^53, where Yjs can no longer load a document. */
export const MAX_CLOCK = 2 ** 31;

export const LIVE_LIMITS: GateLimits = {
  bytes: maxFrameBytes,
  sections: 32,
  structs: 1_000,
  deleteRanges: 2_000,
  newClients: 8,
  clockAdvance: 200_000,
  keyBytes: 128,
  textUnits: 50_000,
  valueDepth: 6,
  valueNodes: 10_000,
  typeDepth: 16,
  work: 100_000,
  deletedUnits: 200_000,
  formatsPerText: 4_000,
};

export const MERGE_LIMITS: GateLimits = {
  ...LIVE_LIMITS,
  bytes: maxMergeBytes,
  sections: 512,
  structs: 40_000,
  deleteRanges: 100_000,
  newClients: 200,
  clockAdvance: 4_000_000,
  textUnits: 500_000,
  valueNodes: 100_000,
  work: 4_000_000,
  deletedUnits: 4_000_000,
};

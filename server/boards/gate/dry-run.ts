/**
 * The slow second look, for merges and for updates the gate finds unusual: try the update on a scratch copy and demand what an
 * honest one always has: it applies, leaves nothing waiting, and a reload shows the same. Meant for a worker.
 */
import * as Y from 'yjs';
import { rootNames } from '#shared/board/layout.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { describeDoc } from './structure.ts';

export type DryRun = { readonly ok: true } | { readonly ok: false; readonly why: 'throws' | 'pending' | 'new-root' | 'diverges' };

/** `state` is the document the update is meant for, as one V1 update. Never throws. */
export function dryRun(state: Uint8Array, update: Uint8Array): DryRun {
  try {
    const first = scratch(state);
    Y.applyUpdate(first, update);
    if (isWaiting(first)) return { ok: false, why: 'pending' };
    if (first.share.size !== rootNames.length) return { ok: false, why: 'new-root' };
    const reloaded = scratch(Y.encodeStateAsUpdate(first));
    if (isWaiting(reloaded)) return { ok: false, why: 'pending' };
    return describeDoc(first) === describeDoc(reloaded) ? { ok: true } : { ok: false, why: 'diverges' };
  } catch {
    return { ok: false, why: 'throws' };
  }
}

function scratch(state: Uint8Array): Y.Doc {
  const doc = newBoardDoc();
  Y.applyUpdate(doc, state);
  return doc;
}

function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}

/** Where a caret stands after a text around it has changed. */
import { spliceBetween } from '#shared/board/replace-text.ts';

/** One step of a change as Yjs tells it. */
export interface DeltaStep {
  readonly insert?: unknown;
  readonly delete?: number | undefined;
  readonly retain?: number | undefined;
}

/** The caret moves with its letter: what comes in before it pushes it on, what goes from around it leaves it at the edge. */
export function caretAfterDelta(caret: number, delta: readonly DeltaStep[]): number {
  let moved = caret;
  let at = 0;
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain;
    else if (step.delete !== undefined) {
      if (at < moved) moved -= Math.min(step.delete, moved - at);
    } else if (typeof step.insert === 'string') {
      if (at < moved) moved += step.insert.length;
      at += step.insert.length;
    }
  }
  return moved;
}

/** Where a change ended: a caret goes there when somebody takes their own words back. */
export function endOfDelta(delta: readonly DeltaStep[]): number {
  let at = 0;
  let end = 0;
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain;
    else {
      if (typeof step.insert === 'string') at += step.insert.length;
      end = at;
    }
  }
  return end;
}

/** The same, when only the texts before and after are known. */
export function caretBetween(caret: number, from: string, to: string): number {
  const splice = spliceBetween(from, to);
  if (splice === null || caret <= splice.at) return caret;
  if (caret < splice.at + splice.remove) return splice.at + splice.insert.length;
  return caret + splice.insert.length - splice.remove;
}

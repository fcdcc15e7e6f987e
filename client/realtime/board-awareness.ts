/**
 * Carets for the editor. The editor writes its own position into an Awareness; only that position is sent, and only what the
 * server says about others is put back, so nobody can write under another's name.
 */
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Present } from '#shared/realtime/events.ts';

export interface BoardAwareness {
  readonly awareness: Awareness;
  /** My position as sent to the server; null without one. */
  caret(): string | null;
  onCaret(listener: () => void): void;
  /** Others, as the server says. */
  show(present: readonly Present[], colourOf: (personId: string) => string): void;
  destroy(): void;
}

export function boardAwareness(doc: Y.Doc): BoardAwareness {
  const awareness = new Awareness(doc);
  const numbers = new Map<string, number>();
  let next = 1;
  return {
    awareness,
    caret: () => {
      const cursor: unknown = awareness.getLocalState()?.['cursor'] ?? null;
      return cursor === null ? null : JSON.stringify(cursor);
    },
    onCaret: (listener) => awareness.on('update', (_changes: unknown, origin: unknown) => origin === 'local' && listener()),
    show(present, colourOf) {
      const shown = new Map(present.map((one) => [numberOf(one.key), one]));
      const added: number[] = [];
      const updated: number[] = [];
      const removed = [...awareness.states.keys()].filter((key) => key !== doc.clientID && !shown.has(key));
      for (const key of removed) awareness.states.delete(key);
      for (const [key, { label, personId, caret }] of shown) {
        (awareness.states.has(key) ? updated : added).push(key);
        awareness.states.set(key, { user: { name: label, color: colourOf(personId) }, cursor: readCaret(caret) });
        // Far in the future: only the server says when somebody is gone, not a timer of ours.
        awareness.meta.set(key, { clock: 0, lastUpdated: Number.MAX_SAFE_INTEGER });
      }
      if (added.length + updated.length + removed.length > 0) awareness.emit('change', [{ added, updated, removed }, 'server']);
    },
    destroy: () => awareness.destroy(),
  };

  function numberOf(key: string): number {
    const number = numbers.get(key) ?? next++;
    numbers.set(key, number);
    return number;
  }
}

function readCaret(caret: string | null): unknown {
  if (caret === null) return null;
  try {
    return JSON.parse(caret);
  } catch {
    return null;
  }
}

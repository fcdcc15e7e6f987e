/** Counts what arrives where, and how long it took: one edit that one page is shown is one delivery. */
import * as Y from 'yjs';
import type { Editor } from './editor.ts';

/** How far an update takes each client: every letter up to this clock is in it or before it. */
type Reach = readonly (readonly [client: number, clock: number])[];

/** A hundredth of a millisecond a box, up to a minute at the end. */
export class Times {
  readonly #boxes = new Map<number, number>();
  count = 0;

  add(ms: number): void {
    const box = ms < 10 ? Math.round(ms * 100) / 100 : ms < 1000 ? Math.round(ms * 10) / 10 : Math.round(ms);
    this.#boxes.set(box, (this.#boxes.get(box) ?? 0) + 1);
    this.count++;
  }

  addAll(others: Times): void {
    for (const [ms, count] of others.#boxes) this.#boxes.set(ms, (this.#boxes.get(ms) ?? 0) + count);
    this.count += others.count;
  }

  /** @returns NaN when nothing was measured */
  at(share: number): number {
    let seen = 0;
    for (const [ms, count] of [...this.#boxes].sort(([a], [b]) => a - b)) if ((seen += count) >= this.count * share) return ms;
    return Number.NaN;
  }
}

export class Deliveries {
  readonly #editors: ReadonlyMap<number, Editor>;
  /** Every page is sent the same bytes: they are read once. */
  readonly #read = new Map<string, Reach>();
  times = new Times();

  constructor(editors: readonly Editor[]) {
    this.#editors = new Map(editors.map((editor) => [editor.client, editor]));
  }

  /** @returns what to call with each update the page is sent; `own` is the client of the editor who sits there */
  page(own: number | null): (update: Uint8Array) => void {
    const shown = new Map<number, number>();
    return (update) => {
      const now = performance.now();
      for (const [client, clock] of this.#reachOf(update)) {
        if (client === own) continue;
        const sent = this.#editors.get(client)?.sent ?? [];
        for (let n = shown.get(client) ?? 0; n < clock; n++) {
          const at = sent[n];
          // What was sent in an earlier run counts there.
          if (at !== undefined && at > 0) this.times.add(now - at);
        }
        if (clock > (shown.get(client) ?? 0)) shown.set(client, clock);
      }
    };
  }

  #reachOf(update: Uint8Array): Reach {
    const key = Buffer.from(update.buffer, update.byteOffset, update.byteLength).toString('latin1');
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const reach = new Map<number, number>();
    for (const { id, length } of Y.decodeUpdate(update).structs)
      if (this.#editors.has(id.client)) reach.set(id.client, Math.max(reach.get(id.client) ?? 0, id.clock + length));
    if (this.#read.size > 500) this.#read.clear();
    this.#read.set(key, [...reach]);
    return [...reach];
  }
}

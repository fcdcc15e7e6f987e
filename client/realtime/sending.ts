/** Frames under way to the server: on a slow line several, which are answered in the order they were sent. */
import * as Y from 'yjs';
import { Problem } from '#shared/lib/problem.ts';
import { maxFrameBytes, maxMergeBytes } from '#shared/realtime/events.ts';
import type { Unsent } from './kept-board.ts';
import { Spacing } from './spacing.ts';

export interface SendingParts {
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Sends one frame, over the live line or, when it is too large for that, another way; resolves when it is durable. @throws Problem */
  send(update: Uint8Array, isLarge: boolean): Promise<void>;
}

export interface SendingOf {
  /** Edits that are not acknowledged, in their order; none when nothing may be sent. */
  waiting(): readonly Unsent[];
  /** Each edit goes by itself and nothing goes before it is answered. */
  isOneByOne(): boolean;
  kept(edits: readonly Unsent[]): void;
  /** @returns whether to go on */
  notKept(edits: readonly Unsent[], problem: Problem): boolean;
  ended(): void;
}

interface UnderWay {
  readonly edits: readonly Unsent[];
  /** Nothing may follow it before it is answered. */
  readonly isAlone: boolean;
  /** Null once it is durable. */
  readonly outcome: Promise<Problem | null>;
}

export class Sending {
  readonly #parts: SendingParts;
  readonly #of: SendingOf;
  readonly #spacing = new Spacing();
  /** In the order they were sent. */
  #underWay: UnderWay[] = [];
  #isBusy = false;
  /** Nothing more goes out until all that is under way is answered. */
  #isSettling = false;
  /** Set while the next frame waits for its time. */
  #next: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: SendingParts, of: SendingOf) {
    this.#parts = parts;
    this.#of = of;
  }

  /** Something is under way. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** There is more to be sent. */
  more(): void {
    if (this.#isBusy) this.#sendMore();
    else void this.#run();
  }

  stop(): void {
    if (this.#next !== null) clearTimeout(this.#next);
    this.#next = null;
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    this.#sendMore();
    for (let [first] = this.#underWay; first !== undefined; [first] = this.#underWay) {
      const problem = await first.outcome;
      if (problem === null) {
        this.#underWay.shift();
        this.#of.kept(first.edits);
      } else {
        await this.#settle();
        this.#isSettling = false;
        if (!this.#of.notKept(first.edits, problem)) break;
      }
      this.#sendMore();
    }
    this.#isBusy = false;
    this.stop();
    this.#of.ended();
  }

  /** After one was not kept: what followed builds on it. What was kept nevertheless is let go, and the rest waits as if it had not been sent. */
  async #settle(): Promise<void> {
    this.#isSettling = true;
    for (const { edits, outcome } of this.#underWay) if ((await outcome) === null) this.#of.kept(edits);
    this.#underWay = [];
  }

  /** Sends what waits and is not under way, at once or when it is time for it. */
  #sendMore(): void {
    this.stop();
    const left = this.#notUnderWay();
    const waitMs = this.#spacing.untilNext(this.#parts.now());
    if (left.length === 0 || waitMs === Number.POSITIVE_INFINITY) return;
    if (waitMs > 0) {
      this.#next = setTimeout(() => this.#sendMore(), waitMs);
      return;
    }
    const edits = this.#of.isOneByOne() ? left.slice(0, 1) : fitting(left);
    const update = together(edits);
    const isAlone = this.#of.isOneByOne() || update.length > maxFrameBytes;
    if (!isAlone || this.#underWay.length === 0) this.#underWay.push({ edits, isAlone, outcome: this.#outcomeOf(update) });
  }

  /** None while something is under way that nothing may follow. */
  #notUnderWay(): readonly Unsent[] {
    if (this.#isSettling || this.#underWay.some(({ isAlone }) => isAlone)) return [];
    const sent = new Set(this.#underWay.flatMap(({ edits }) => edits));
    return this.#of.waiting().filter((unsent) => !sent.has(unsent));
  }

  async #outcomeOf(update: Uint8Array): Promise<Problem | null> {
    const sentAt = this.#parts.now();
    this.#spacing.sent(sentAt);
    try {
      await this.#send(update);
      return null;
    } catch (thrown) {
      return thrown instanceof Problem ? thrown : new Problem('unexpected', 'problem.unexpected');
    } finally {
      this.#spacing.answered(this.#parts.now() - sentAt);
    }
  }

  async #send(update: Uint8Array): Promise<void> {
    if (update.length > maxFrameBytes) return this.#parts.send(update, true);
    try {
      await this.#parts.send(update, false);
    } catch (thrown) {
      // Few bytes may still be too many edits for a live line.
      if (!(thrown instanceof Problem) || thrown.body.reason !== 'problem.too-large-live') throw thrown;
      await this.#parts.send(update, true);
    }
  }
}

function together(edits: readonly Unsent[]): Uint8Array {
  const [first] = edits;
  return edits.length === 1 && first !== undefined ? first.update : Y.mergeUpdates(edits.map(({ update }) => update));
}

/** As many as go at once, at least one. */
function fitting(edits: readonly Unsent[]): readonly Unsent[] {
  let bytes = 0;
  const count = edits.findIndex(({ update }, i) => (bytes += update.length) > maxMergeBytes / 2 && i > 0);
  return edits.slice(0, count < 0 ? undefined : count);
}

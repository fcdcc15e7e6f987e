/** Edits that are not acknowledged: kept on the device, sent in order, let go when acknowledged, handed back when refused. */
import type { NewId } from '#shared/lib/ids.ts';
import { aroundMs } from '#shared/lib/new-id.ts';
import type { Problem, ProblemBody } from '#shared/lib/problem.ts';
import { maxMergeBytes } from '#shared/realtime/events.ts';
import type { DeviceCopy, HandedBack, Unsent } from './kept-board.ts';
import { Sending, type SendingParts } from './sending.ts';
import { wordsOf } from './words-of.ts';

export interface OutboxParts extends SendingParts {
  readonly copy: DeviceCopy;
  readonly newId: NewId;
  /** The epoch of the board that is written on. */
  epoch(): number;
  /** Something changed worth drawing. */
  changed(): void;
  /** The server lacks what a frame builds on, or the board moved on: the board must be opened again before more is sent. */
  reopen(problem: Problem): void;
  /** Some words were refused for good: the document holds what nobody else will ever see. */
  refused(back: HandedBack): void;
}

/** So many edits that wait are told as one. */
const foldFrom = 2000;

export class Outbox {
  readonly #parts: OutboxParts;
  readonly #sending: Sending;
  #waiting: Unsent[] = [];
  #open = false;
  /** After a refusal frames go one by one, so that one bad frame does not take good ones along. */
  #oneByOne = false;
  #stopped = false;
  #gaps = 0;
  /** Edits this device would not keep: they are gone when the page goes. */
  readonly #unkept = new Set<string>();
  #refused: Unsent[] = [];
  #cause: ProblemBody | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#sending = new Sending(parts, {
      waiting: () => (this.#open ? this.#waiting : []),
      isOneByOne: () => this.#oneByOne,
      kept: (edits) => this.#kept(edits),
      notKept: (edits, problem) => this.#notKept(edits, problem),
      ended: () => parts.changed(),
    });
  }

  get empty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Whether all that waits outlives this page. */
  get isKept(): boolean {
    return this.#unkept.size === 0;
  }

  /** Words from before a reload, of any page of this person on this device. */
  restore(kept: readonly Unsent[]): void {
    const known = new Set(this.#waiting.map(({ id }) => id));
    this.#waiting = [...kept.filter(({ id }) => !known.has(id)), ...this.#waiting];
  }

  add(update: Uint8Array): void {
    const unsent = { id: this.#parts.newId(), epoch: this.#parts.epoch(), update };
    this.#waiting.push(unsent);
    void this.#parts.copy.keepUnsent(unsent).then((isKept) => isKept || this.#unkeptHere(unsent));
    this.#parts.changed();
    this.#soon();
  }

  #unkeptHere(unsent: Unsent): void {
    if (!this.#waiting.includes(unsent)) return;
    this.#unkept.add(unsent.id);
    this.#parts.changed();
  }

  /** After a very long time without a line one update in place of thousands, as the document has it by now; `whole` is all the server lacks. */
  fold(whole: () => Uint8Array): void {
    if (this.#sending.isBusy || this.#waiting.length < foldFrom) return;
    const folded = { id: this.#parts.newId(), epoch: this.#parts.epoch(), update: whole() };
    if (folded.update.length > maxMergeBytes) return;
    const before = this.#waiting;
    this.#waiting = [folded];
    void this.#parts.copy.keepUnsent(folded).then((isKept) => isKept && this.#forget(before));
  }

  /** The line is open and the board is open on it. */
  start(): void {
    this.#open = true;
    this.#soon();
  }

  pause(): void {
    this.#open = false;
  }

  /** All words that are waiting, taken out: the board moved on and they cannot be merged. */
  takeBack(problem: ProblemBody): HandedBack[] {
    return this.handBack(this.#waiting, problem);
  }

  /** The words of edits that will not be sent; none where they added no words. */
  handBack(parts: readonly Unsent[], problem: ProblemBody): HandedBack[] {
    return [this.#giveBack(parts, problem)].filter(({ words }) => words !== '');
  }

  /** The page goes; what is not acknowledged stays on the device for the next one. */
  stop(): void {
    this.#open = false;
    this.#stopped = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#sending.stop();
  }

  #soon(): void {
    // One turn later, so that what one act writes in several steps goes as one frame.
    if (this.#retry === null) void Promise.resolve().then(() => this.#sending.more());
  }

  #kept(parts: readonly Unsent[]): void {
    this.#gaps = 0;
    this.#letGo(parts);
    if (this.#waiting.length === 0) this.#oneByOne = false;
  }

  /** @returns whether to go on */
  #notKept(parts: readonly Unsent[], problem: Problem): boolean {
    if (this.#stopped) return false;
    const { code, reason, retryAfterMs } = problem.body;
    if (code === 'unavailable' || code === 'too-many') {
      if (reason !== 'problem.offline') this.#later(retryAfterMs ?? 2000);
      return false;
    }
    if (code === 'conflict' || (reason === 'refused.gap' && this.#gaps++ === 0)) {
      this.#open = false;
      this.#parts.reopen(problem);
      return false;
    }
    if (parts.length > 1) {
      this.#oneByOne = true;
      return true;
    }
    this.#refuse(parts, problem.body);
    return true;
  }

  /** What follows a refused frame builds on it and is refused too: one problem, the first, hands all of it back. */
  #refuse(parts: readonly Unsent[], problem: ProblemBody): void {
    this.#refused.push(...parts);
    this.#cause ??= problem;
    this.#drop(parts);
    if (this.#waiting.length > 0) return;
    const back = this.#giveBack(this.#refused, this.#cause);
    this.#refused = [];
    this.#cause = null;
    this.#oneByOne = false;
    this.#parts.refused(back);
  }

  /** The edits go from the device once it keeps their words; named by the first of them, so that words are not kept twice. */
  #giveBack(parts: readonly Unsent[], problem: ProblemBody): HandedBack {
    this.#drop(parts);
    const back = { id: parts[0]?.id ?? this.#parts.newId(), problem, words: wordsOf(parts.map(({ update }) => update)) };
    if (back.words === '') this.#forget(parts);
    else void this.#parts.copy.keepBack(back).then((isKept) => isKept && this.#forget(parts));
    return back;
  }

  #letGo(parts: readonly Unsent[]): void {
    this.#drop(parts);
    this.#forget(parts);
  }

  #drop(parts: readonly Unsent[]): void {
    const ids = idsOf(parts);
    this.#waiting = this.#waiting.filter(({ id }) => !ids.has(id));
    for (const id of ids) this.#unkept.delete(id);
  }

  #forget(parts: readonly Unsent[]): void {
    void this.#parts.copy.forgetUnsent(idsOf(parts));
  }

  #later(ms: number): void {
    this.#retry ??= setTimeout(() => {
      this.#retry = null;
      this.#soon();
    }, aroundMs(ms));
  }
}

function idsOf(parts: readonly Unsent[]): ReadonlySet<string> {
  return new Set(parts.map(({ id }) => id));
}

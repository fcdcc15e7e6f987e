/**
 * One live board. An edit goes gate → apply → judge → commit → broadcast and acknowledge, in that order and never another.
 * Whatever is wrong with the document in memory, the log is right: the document is dropped and loaded again.
 * A board that is only read stays as it is stored; its document is built when somebody first needs it.
 */
import * as Y from 'yjs';
import { purposeRoot } from '#shared/board/layout.ts';
import { Problem } from '#shared/lib/problem.ts';
import { type AcceptedEdit, acceptEdit, type Frame, Spoiled } from './accept-edit.ts';
import { type LookBeside, mayBeWritten, merge } from './beside/merge.ts';
import type { Trial } from './beside/trial.ts';
import { loadUpToDate } from './bring-up-to-date.ts';
import { bind } from './client-ids.ts';
import type { Entry, EntrySource } from './committer.ts';
import type { BoardView } from './board-view.ts';
import { entryOf } from './entry-of.ts';
import { Gathering } from './gathering.ts';
import { type LoadedBoard, type StoredBoard, storedBoard, type Tail } from './load-board.ts';
import type { BoardParts } from './make-boards.ts';
import { type Remembered, Teller } from './news.ts';
import { isNothing } from './gate/state-vector.ts';
import type { Now } from './new-epoch.ts';
import { remember } from './remember.ts';
import { updatesAfter } from './store.ts';

export interface Committed {
  readonly seq: number;
  /** What the document said of each edit, in their order. */
  readonly updates: readonly Uint8Array[];
  /** The page that alone made all of it; null when several did, or the server had a hand in it. */
  readonly onlyFrom: string | null;
}

interface Pending {
  readonly frame: Frame;
  readonly entry: Entry;
  readonly pure: boolean;
  done(seq: number): void;
  refuse(problem: Problem): void;
}

export class Room implements EntrySource {
  readonly boardId: string;
  readonly #parts: BoardParts;
  readonly #teller = new Teller();
  /** Null as long as nobody needed the document. */
  #board: LoadedBoard | null;
  #remembered: Map<string, Remembered> = new Map();
  #epoch: number;
  #seq: number;
  /** How far pages have been told. */
  #told: number;
  #tail: Tail;
  /** All of the board, ready to be sent, as it was at its sequence number. */
  #ready: Pick<StoredBoard, 'seq' | 'state' | 'stateVector'> | null;
  #pending: Pending[] = [];
  /** Set the moment the document in memory can no longer be trusted; nothing is accepted until it is loaded again. */
  #stale = false;
  #turn: Promise<unknown> = Promise.resolve();
  /** How many have a turn or wait for one. */
  #turns = 0;
  readonly #gathering = new Gathering();
  #gatherMs: () => number = () => 0;
  readonly #listeners = new Set<(committed: Committed) => void>();
  readonly #movedListeners = new Set<() => void>();
  readonly #trials = new Set<Trial>();

  private constructor(boardId: string, parts: BoardParts, found: StoredBoard | LoadedBoard) {
    this.boardId = boardId;
    this.#parts = parts;
    this.#epoch = found.epoch;
    this.#seq = found.seq;
    this.#told = found.seq;
    this.#board = 'doc' in found ? found : null;
    this.#ready = 'doc' in found ? null : found;
    this.#tail = 'doc' in found ? found.tail : { rows: 0, bytes: 0, since: found.since };
    if ('doc' in found) this.#remembered = remember(found.doc);
  }

  /** @throws Problem when the board is not there or cannot be read */
  static async load(boardId: string, parts: BoardParts): Promise<Room> {
    return new Room(boardId, parts, (await storedBoard(parts.db, boardId)) ?? (await loadUpToDate(boardId, parts)));
  }

  get epoch(): number {
    return this.#epoch;
  }

  get damaged(): boolean {
    return this.#board?.damaged ?? false;
  }

  /** How full the board is, in percent; null while its document is not built. */
  get filled(): number | null {
    return this.#board?.growth.percent ?? null;
  }

  /** Log rows and bytes since the last snapshot. */
  get tail(): Tail {
    return this.#tail;
  }

  /** From now on edits wait for more as long as this says, before they are looked at: one wait for the disk and one message then carry them all. */
  gatherFor(ms: () => number): void {
    this.#gatherMs = ms;
  }

  /** @returns a function that stops listening */
  onCommitted(listener: (committed: Committed) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes an edit in; resolves with its sequence number once it is durable. @throws Problem when it is refused */
  edit(frame: Frame): Promise<number> {
    const gatherMs = this.#gatherMs();
    if (gatherMs > 0 || !this.#gathering.isEmpty) return this.#gathering.add(frame, gatherMs, () => void this.#inTurn(nothing));
    if (this.#turns === 0 && this.#board !== null && !this.#stale) return this.#acceptNow(this.#board, frame);
    return this.#inTurn(() => this.#takeIn(frame)).then(({ durable }) => durable);
  }

  /** Takes in a large edit, looked at beside while others write on. @throws Problem when it is refused */
  merge(frame: Frame, look: LookBeside): Promise<number> {
    const ground = {
      live: () => this.#live(),
      accept: (board: LoadedBoard, whole: Frame) => this.#accept(board, whole),
      isStale: () => this.#stale,
      trials: this.#trials,
    };
    return merge({ ...ground, inTurn: (work) => this.#inTurn(work) }, frame, look);
  }

  /** Reads the document while everything in it is durable. `read` must not change it. */
  look<T>(read: (doc: Y.Doc, seq: number) => T): Promise<T> {
    return this.#inTurn(async () => {
      await this.#parts.committer.settled();
      return read((await this.#live()).doc, this.#seq);
    });
  }

  /** What a device is sent that opens the board: all of it as it is kept ready, or what it lacks. */
  view(epoch: number | null, known: Uint8Array): Promise<BoardView> {
    return this.#inTurn(async () => {
      await this.#parts.committer.settled();
      if (epoch === this.#epoch && !isNothing(known)) {
        const { doc } = await this.#live();
        return { epoch: this.#epoch, seq: this.#seq, update: Y.encodeStateAsUpdate(doc, known), stateVector: Y.encodeStateVector(doc) };
      }
      if (this.#stale || this.#ready?.seq !== this.#seq) {
        const { doc } = await this.#live();
        this.#ready = { seq: this.#seq, state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
      }
      return { epoch: this.#epoch, seq: this.#seq, update: this.#ready.state, stateVector: this.#ready.stateVector };
    });
  }

  /**
   * Rewrites the stored board while nothing else happens to it, and starts again from what is stored; open pages are told to open anew.
   * `write` gets the board as it is now. @throws what `write` throws; then nothing has changed
   */
  async restart(write: (now: Now) => Promise<void>): Promise<void> {
    await this.#inTurn(async () => {
      await this.#parts.committer.settled();
      const { doc } = await this.#live();
      await write({ epoch: this.epoch, seq: this.#seq, state: Y.encodeStateAsUpdate(doc) });
      await this.#reload();
    });
    for (const listener of this.#movedListeners) listener();
  }

  /** @returns a function that stops listening */
  onMoved(listener: () => void): () => void {
    this.#movedListeners.add(listener);
    return () => void this.#movedListeners.delete(listener);
  }

  /** A snapshot now holds the log up to here, of which the tail weighed so much. */
  compacted(seq: number, bytes: number): void {
    this.#tail = { rows: this.#told - seq, bytes: this.#tail.bytes - bytes, since: this.#parts.clock.now() };
  }

  /** After the last edit is durable the document goes. */
  async close(): Promise<void> {
    await this.#inTurn(() => this.#parts.committer.settled());
    this.#board?.doc.destroy();
  }

  committed(entries: readonly Entry[]): void {
    const pendings = this.#pending.splice(0, entries.length);
    const seq = entries.at(-1)?.update.seq ?? this.#seq;
    const updates = entries.map((entry) => entry.update.bytes);
    const from = pendings[0]?.frame.from;
    const onlyFrom = from !== undefined && pendings.every(({ pure, frame }) => pure && frame.from === from) ? from : null;
    this.#told = seq;
    this.#tail = {
      ...this.#tail,
      rows: this.#tail.rows + entries.length,
      bytes: updates.reduce((sum, update) => sum + update.length, this.#tail.bytes),
    };
    for (const listener of this.#listeners) listener({ seq, updates, onlyFrom });
    for (const pending of pendings) pending.done(pending.entry.update.seq);
  }

  failed(entries: readonly Entry[], cause: unknown): void {
    this.#stale = true;
    const problem =
      cause instanceof Problem && cause.code !== 'unavailable' ? cause : new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 1000 });
    for (const pending of this.#pending.splice(0, entries.length)) pending.refuse(problem);
  }

  /** Nobody has a turn, and the document is there: no turn is needed. */
  #acceptNow(board: LoadedBoard, frame: Frame): Promise<number> {
    try {
      return this.#accept(board, frame);
    } catch (thrown) {
      return Promise.reject(thrown);
    }
  }

  /** In an object, or the turn would last until it is durable. */
  async #takeIn(frame: Frame): Promise<{ durable: Promise<number> }> {
    return { durable: this.#accept(await this.#live(), frame) };
  }

  /** Synchronous up to the commit queue, so that no other edit can come in between. */
  #accept(board: LoadedBoard, frame: Frame): Promise<number> {
    mayBeWritten(board, frame);
    try {
      const accepted = acceptEdit(board, frame, (id) => this.#remembered.get(id) ?? null, { at: this.#parts.clock.now(), log: this.#parts.log });
      return accepted === null ? this.#settledSeq() : this.#queue(board, frame, accepted);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) this.#stale = true;
      throw thrown instanceof Spoiled ? thrown.problem : thrown;
    }
  }

  /** A frame sent twice is acknowledged when its first sending is durable. */
  async #settledSeq(): Promise<number> {
    const seq = this.#seq;
    await this.#parts.committer.settled();
    if (this.#stale) throw new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 1000 });
    return seq;
  }

  #queue(board: LoadedBoard, frame: Frame, accepted: AcceptedEdit): Promise<number> {
    const { passed, elements, emitted } = accepted;
    // What is kept ready to be sent is no longer all of it.
    this.#ready = null;
    for (const trial of this.#trials) trial.note(passed);
    const { personId, at = this.#parts.clock.now() } = frame;
    const news = this.#teller.tell(personId, (id) => this.#remembered.get(id) ?? null, elements, passed.roots.has(purposeRoot), at);
    for (const { id, kind, state, archivedAt } of elements) this.#remembered.set(id, { kind, state, archived: archivedAt !== null });
    for (const clientId of passed.newClients) bind(board, clientId, personId, at);
    const { boardId } = this;
    const entry: Entry = { ...entryOf(board.doc, accepted, { boardId, epoch: board.epoch, seq: ++this.#seq, personId, at, news }), from: this };
    return new Promise<number>((done, refuse) => {
      this.#pending.push({ frame, entry, pure: emitted.length === 1, done, refuse });
      this.#parts.committer.add(entry);
    });
  }

  /** The board with its document, loaded if need be. */
  async #live(): Promise<LoadedBoard> {
    return this.#board !== null && !this.#stale ? this.#board : this.#reload();
  }

  /** Drops the document in memory and loads what is durable. */
  async #reload(): Promise<LoadedBoard> {
    await this.#parts.committer.settled();
    this.#board?.doc.destroy();
    const board = await loadUpToDate(this.boardId, this.#parts);
    const untold = board.epoch === this.#epoch && !board.damaged ? await updatesAfter(this.#parts.db, this.boardId, this.#told) : [];
    this.#board = board;
    this.#epoch = board.epoch;
    this.#seq = board.seq;
    this.#told = board.seq;
    this.#tail = board.tail;
    this.#ready = null;
    this.#remembered = remember(board.doc);
    this.#stale = false;
    // Pages have the board open as it was: they lack what was just mended, and what was committed though the database said it was not.
    const updates = untold.map(({ bytes }) => bytes);
    if (updates.length > 0) for (const listener of this.#listeners) listener({ seq: board.seq, updates, onlyFrom: null });
    return board;
  }

  /** What was gathered before comes first. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#turns++;
    const mine = this.#turn
      .then(() => this.#gathering.takeIn((frame) => this.#takeIn(frame)))
      .then(work)
      .finally(() => this.#turns--);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

const nothing = async (): Promise<void> => undefined;

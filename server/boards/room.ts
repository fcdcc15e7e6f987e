/**
 * One live board. An edit goes gate → apply → judge → commit → broadcast and acknowledge, in that order and never another.
 * Whatever is wrong with the document in memory, the log is right: the document is dropped and loaded again.
 */
import * as Y from 'yjs';
import { judgeElements, refusalProblem } from '#shared/board/judge.ts';
import { purposeRoot } from '#shared/board/layout.ts';
import { listElements } from '#shared/board/read-board.ts';
import { purposeHash, purposeText } from '#shared/board/read-purpose.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { holdsNoNhsNumber } from '#shared/lib/fields.ts';
import { Problem } from '#shared/lib/problem.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import type { Entry, EntrySource } from './committer.ts';
import { dryRun } from './gate/dry-run.ts';
import { checkUpdate } from './gate/gate.ts';
import { editorRules, readerRules } from './gate/board-rules.ts';
import { LIVE_LIMITS, MERGE_LIMITS } from './gate/limits.ts';
import type { GatePassed } from './gate/verdict.ts';
import { type LoadedBoard, loadBoard, waits } from './load-board.ts';
import type { BoardParts } from './make-boards.ts';
import { type Remembered, Teller } from './news.ts';
import { elementRowOf } from './projection.ts';

/** An edit as it came in. */
export interface Frame {
  readonly personId: string;
  readonly update: Uint8Array;
  readonly mayEdit: boolean;
  /** The page that sent it, which needs no copy back. */
  readonly from?: string;
  /** When it happened; now, unless a seed says otherwise. */
  readonly at?: Date;
}

export interface Committed {
  readonly seq: number;
  readonly update: Uint8Array;
  /** Who sent it, when one frame alone made it; null when several did, or the server had a hand in it. */
  readonly only: Frame | null;
}

/** Client ids one person may bind on one board. */
const clientsPerPerson = 500;

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
  #board: LoadedBoard;
  #remembered: Map<string, Remembered>;
  #seq: number;
  #tail: { rows: number; bytes: number };
  #pending: Pending[] = [];
  /** Set the moment the document in memory can no longer be trusted; nothing is accepted until it is loaded again. */
  #stale = false;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<(committed: Committed) => void>();

  private constructor(boardId: string, parts: BoardParts, board: LoadedBoard) {
    this.boardId = boardId;
    this.#parts = parts;
    this.#board = board;
    this.#seq = board.seq;
    this.#tail = { ...board.tail };
    this.#remembered = remember(board.doc);
  }

  /** @throws Problem when the board is not there or cannot be read */
  static async load(boardId: string, parts: BoardParts): Promise<Room> {
    return new Room(boardId, parts, await load(boardId, parts));
  }

  get epoch(): number {
    return this.#board.epoch;
  }

  get damaged(): boolean {
    return this.#board.damaged;
  }

  /** Log rows and bytes since the last snapshot. */
  get tail(): { readonly rows: number; readonly bytes: number } {
    return this.#tail;
  }

  /** @returns a function that stops listening */
  onCommitted(listener: (committed: Committed) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes an edit in; resolves with its sequence number once it is durable. @throws Problem when it is refused */
  async edit(frame: Frame): Promise<number> {
    const { durable } = await this.#inTurn(async () => {
      if (this.#stale) await this.#reload();
      return { durable: this.#accept(frame) };
    });
    return durable;
  }

  /** Reads the document while everything in it is durable. `read` must not change it. */
  look<T>(read: (doc: Y.Doc, seq: number) => T): Promise<T> {
    return this.#inTurn(async () => {
      await this.#parts.committer.settled();
      if (this.#stale) await this.#reload();
      return read(this.#board.doc, this.#seq);
    });
  }

  /** A snapshot now holds the log up to here. */
  compacted(seq: number): void {
    this.#tail = { rows: this.#seq - seq, bytes: 0 };
  }

  /** After the last edit is durable the document goes. */
  async close(): Promise<void> {
    await this.look(() => undefined);
    this.#board.doc.destroy();
  }

  committed(entries: readonly Entry[]): void {
    const pendings = this.#pending.splice(0, entries.length);
    const seq = entries.at(-1)?.update.seq ?? this.#seq;
    const update = entries.length === 1 && entries[0] !== undefined ? entries[0].update.bytes : Y.mergeUpdates(entries.map((entry) => entry.update.bytes));
    const [first] = pendings;
    const only = pendings.length === 1 && first !== undefined && first.pure ? first.frame : null;
    this.#tail = { rows: this.#tail.rows + entries.length, bytes: this.#tail.bytes + update.length };
    for (const listener of this.#listeners) listener({ seq, update, only });
    for (const pending of pendings) pending.done(pending.entry.update.seq);
  }

  failed(entries: readonly Entry[], cause: unknown): void {
    this.#stale = true;
    const problem = cause instanceof Problem ? cause : new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 1000 });
    for (const pending of this.#pending.splice(0, entries.length)) pending.refuse(problem);
  }

  /** Synchronous up to the commit queue, so that no other edit can come in between. */
  #accept(frame: Frame): Promise<number> {
    const { doc, damaged } = this.#board;
    if (damaged) throw new Problem('unavailable', 'problem.board-damaged');
    const passed = this.#check(frame);
    if (passed.noop) return this.#settledSeq();
    if (passed.unusual && !dryRun(Y.encodeStateAsUpdate(doc), frame.update).ok) throw gateProblem('unusual');
    const emitted = this.#apply(frame.update);
    const elements = this.#judge(passed);
    return this.#queue(frame, passed, elements, emitted);
  }

  /** A frame sent twice is acknowledged when its first sending is durable. */
  async #settledSeq(): Promise<number> {
    const seq = this.#seq;
    await this.#parts.committer.settled();
    if (this.#stale) throw new Problem('unavailable', 'problem.not-kept', { retryAfterMs: 1000 });
    return seq;
  }

  #check(frame: Frame): GatePassed {
    const { doc, owners } = this.#board;
    const limits = frame.update.length > LIVE_LIMITS.bytes ? MERGE_LIMITS : LIVE_LIMITS;
    const sender = { owns: (client: number) => owners.get(client) === frame.personId, mayBind: (client: number) => !owners.has(client) && this.#bound(frame.personId) < clientsPerPerson };
    const verdict = checkUpdate(doc, frame.update, frame.mayEdit ? editorRules(sender, limits) : readerRules(limits));
    if (verdict.ok) return verdict;
    this.#parts.log.warn({ boardId: this.boardId, code: verdict.code, detail: verdict.detail }, 'the gate refused an update');
    throw verdict.code === 'read-only' ? new Problem('not-allowed', 'why.reading-only') : gateProblem(verdict.code);
  }

  #bound(personId: string): number {
    let count = 0;
    for (const owner of this.#board.owners.values()) if (owner === personId) count++;
    return count;
  }

  /** What the document itself says has changed: these bytes are kept and sent on, never the sender's. */
  #apply(update: Uint8Array): Uint8Array[] {
    const { doc } = this.#board;
    const emitted: Uint8Array[] = [];
    const collect = (bytes: Uint8Array): void => void emitted.push(bytes);
    doc.on('update', collect);
    try {
      Y.applyUpdate(doc, update, this);
    } catch (err) {
      this.#stale = true;
      this.#parts.log.error({ err, boardId: this.boardId }, 'an update passed the gate and did not apply');
      throw gateProblem('not-understood');
    } finally {
      doc.off('update', collect);
    }
    if (!waits(doc)) return emitted;
    this.#stale = true;
    throw gateProblem('gap');
  }

  #judge(passed: GatePassed): BoardElement[] {
    const judgement = judgeElements(
      this.#board.doc,
      { elements: passed.elements, purpose: passed.roots.has(purposeRoot) },
      { before: (id) => this.#remembered.get(id) ?? null, refuses: (text) => (holdsNoNhsNumber(text) ? null : 'field.nhs-number') },
    );
    if (judgement.ok) return judgement.elements;
    this.#stale = true;
    throw refusalProblem(judgement);
  }

  #queue(frame: Frame, passed: GatePassed, elements: readonly BoardElement[], emitted: readonly Uint8Array[]): Promise<number> {
    const { boardId } = this;
    const { doc, epoch, owners } = this.#board;
    const at = frame.at ?? this.#parts.clock.now();
    const purposeTouched = passed.roots.has(purposeRoot);
    const told = this.#teller.tell(frame.personId, (id) => this.#remembered.get(id) ?? null, elements, purposeTouched, at);
    for (const { id, kind, state, archivedAt } of elements) this.#remembered.set(id, { kind, state, archived: archivedAt !== null });
    for (const clientId of passed.newClients) owners.set(clientId, frame.personId);
    const bytes = emitted.length === 1 && emitted[0] !== undefined ? emitted[0] : Y.mergeUpdates([...emitted]);
    const text = purposeTouched ? purposeText(doc) : '';
    const entry: Entry = {
      update: { boardId, seq: ++this.#seq, epoch, personId: frame.personId, bytes, createdAt: at, quarantinedAt: null },
      clients: passed.newClients.map((clientId) => ({ boardId, clientId, personId: frame.personId, createdAt: at })),
      elements: elements.map((element) => elementRowOf(boardId, element, frame.personId, at)),
      purpose: purposeTouched ? { text, hash: purposeHash(text) } : null,
      news: told.map(({ what, elementId, values }) => ({
        what,
        at,
        initiativeId: boardId,
        personId: frame.personId,
        ...(elementId === null ? {} : { elementId }),
        values,
        topics: [`initiative:${boardId}/activity`, `initiative:${boardId}/elements`, ...(purposeTouched ? [`initiative:${boardId}/head` as const] : [])],
      })),
      from: this,
    };
    return new Promise<number>((done, refuse) => {
      this.#pending.push({ frame, entry, pure: emitted.length === 1, done, refuse });
      this.#parts.committer.add(entry);
    });
  }

  /** Drops the document in memory and loads what is durable. */
  async #reload(): Promise<void> {
    await this.#parts.committer.settled();
    this.#board.doc.destroy();
    this.#board = await load(this.boardId, this.#parts);
    this.#seq = this.#board.seq;
    this.#tail = { ...this.#board.tail };
    this.#remembered = remember(this.#board.doc);
    this.#stale = false;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

async function load(boardId: string, { db, log, clock }: BoardParts): Promise<LoadedBoard> {
  return bringUpToDate(db, boardId, await loadBoard(db, log, boardId, clock.now()), clock.now());
}

function remember(doc: Y.Doc): Map<string, Remembered> {
  return new Map(listElements(doc).elements.map(({ id, kind, state, archivedAt }) => [id, { kind, state, archived: archivedAt !== null }]));
}

/** What a client is told of the gate's refusal: the code is for people who build clients. */
function gateProblem(code: string): Problem {
  return new Problem('refused', code === 'gap' ? 'refused.gap' : 'refused.gate', { values: { code } });
}

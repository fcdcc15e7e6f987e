/**
 * One person's open board: the live document, in step with the server, kept on the device, honest about its state.
 * Runs in a browser and in Node.
 */
import * as Y from 'yjs';
import type { Awareness } from 'y-protocols/awareness';
import { boardRoots } from '#shared/board/layout.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import type { NewId } from '#shared/lib/ids.ts';
import { aroundMs } from '#shared/lib/new-id.ts';
import { type ProblemBody, problemOf } from '#shared/lib/problem.ts';
import type { OpenedBoard, Present } from '#shared/realtime/events.ts';
import { boardAwareness, type BoardAwareness } from './board-awareness.ts';
import { type BoardStatus, lineOf, opening, presentAfter } from './board-status.ts';
import type { Connection } from './connection.ts';
import { type Device, type DeviceCopy, type HandedBack, type KeptBoard, takeUp, together } from './kept-board.ts';
import { Outbox } from './outbox.ts';
import { sayWhere } from './say-where.ts';
import { seenOf } from './seen.ts';

export interface BoardProvider {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  status(): BoardStatus;
  subscribe(listener: () => void): () => void;
  where(section: string | null, elementId: string | null): void;
  dismiss(handedBackId: string): void;
  retry(): void;
  /** Resolves when what was typed is kept on the device. */
  close(): Promise<void>;
}

export interface BoardProviderParts {
  readonly boardId: string;
  /** Null for somebody who only reads; nothing is kept on the device then. */
  readonly personId: string | null;
  readonly connection: Connection;
  readonly device: Device;
  readonly newId: NewId;
  /** The colour of somebody's caret. */
  readonly colourOf?: (personId: string) => string;
}

const boardMoved: ProblemBody = { code: 'conflict', reason: 'problem.board-moved' };
const [fromServer, fromDevice] = [Symbol('from the server'), Symbol('from this device')];

export function openBoardProvider(parts: BoardProviderParts): BoardProvider {
  return new Provider(parts);
}

class Provider implements BoardProvider {
  readonly #parts: BoardProviderParts;
  readonly #copy: DeviceCopy | null;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<() => void>();
  readonly #ends: (() => void)[] = [];
  #doc = newBoardDoc();
  #aware: BoardAwareness;
  #epoch: number | null = null;
  #opened = false;
  #opening: Promise<void> | null = null;
  /** What this device has is taken up before anything is asked of the server. */
  readonly #tookUp: Promise<void>;
  #place: { section: string | null; elementId: string | null } = { section: null, elementId: null };
  #keepTimer: ReturnType<typeof setTimeout> | null = null;
  #status: BoardStatus = opening;
  #ended = false;
  readonly #where = sayWhere(() => {
    const { boardId, connection, personId } = this.#parts;
    if (this.#opened && personId !== null) connection.say('board:where', { boardId, ...this.#place, caret: this.#aware.caret() });
  });

  constructor(parts: BoardProviderParts) {
    const { boardId, connection } = parts;
    this.#parts = parts;
    this.#copy = parts.personId === null ? null : parts.device.board(parts.personId, boardId);
    this.#outbox = new Outbox({
      copy: this.#copy ?? parts.device.board('nobody', boardId),
      newId: parts.newId,
      now: () => performance.now(),
      epoch: () => this.#epoch ?? 0,
      send: async (bytes, isLarge) => {
        const edit = { boardId, epoch: this.#epoch ?? 0, update: bytes };
        await (isLarge ? connection.merge({ ...edit, version: boardVersion }) : connection.ask('board:edit', edit));
      },
      changed: () => this.#draw(),
      reopen: () => void this.#open(),
      refused: (back) => void this.#startOver(back),
    });
    this.#aware = this.#bind();
    this.#ends.push(
      connection.onLine(() => this.#lineChanged()),
      connection.on('board:update', (news) => news.boardId === boardId && this.#take(news.update)),
      connection.on('board:behind', (news) => news.boardId === boardId && void this.#open()),
      connection.on('board:present', (news) => news.boardId === boardId && this.#present(news.here, news.gone)),
      connection.on('board:may', (news) => news.boardId === boardId && this.#set({ mayEdit: news.mayEdit, because: news.because })),
      connection.on('board:filled', (news) => news.boardId === boardId && this.#set({ filled: news.filled })),
      connection.on('board:closed', (news) => news.boardId === boardId && this.#taken(news.problem)),
    );
    this.#tookUp = this.#takeUp();
    // So that a bad line does not keep anybody waiting, the server comes second.
    void this.#open();
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  get awareness(): Awareness {
    return this.#aware.awareness;
  }

  status(): BoardStatus {
    return this.#status;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  where(section: string | null, elementId: string | null): void {
    this.#place = { section, elementId };
    this.#where.soon();
  }

  dismiss(handedBackId: string): void {
    void this.#copy?.forgetBack(handedBackId);
    this.#set({ handedBack: this.#status.handedBack.filter(({ id }) => id !== handedBackId) });
  }

  retry(): void {
    this.#set({ closed: null });
    void this.#open();
  }

  async close(): Promise<void> {
    this.#ended = true;
    for (const end of this.#ends) end();
    this.#outbox.stop();
    this.#where.stop();
    if (this.#opened && this.#parts.connection.line() === 'open')
      this.#parts.connection.ask('board:close', { boardId: this.#parts.boardId }).catch(() => undefined);
    await this.#keepNow();
    this.#aware.destroy();
    this.#doc.destroy();
  }

  async #takeUp(): Promise<void> {
    const kept = await this.#copy?.read();
    if (!this.#ended && kept !== undefined) this.#takeKept(kept);
  }

  #takeKept(kept: KeptBoard): void {
    const { epoch, state, mayEdit, waiting, outdated } = takeUp(kept);
    this.#epoch = epoch;
    if (state !== null) Y.applyUpdate(this.#doc, state, fromDevice);
    for (const { update } of waiting) Y.applyUpdate(this.#doc, update, fromDevice);
    this.#outbox.restore(waiting);
    this.#set({ handedBack: together(kept.handedBack, this.#outbox.handBack(outdated, boardMoved)) });
    const { purpose, elements } = boardRoots(this.#doc);
    if (purpose.length > 0 || elements.size > 0) this.#set({ loaded: true, mayEdit });
  }

  #open(): Promise<void> {
    this.#opening ??= this.#openOnce().finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #openOnce(): Promise<void> {
    await this.#tookUp;
    const { boardId, connection } = this.#parts;
    if (this.#ended || connection.line() !== 'open') return this.#draw();
    try {
      const answer = await connection.ask('board:open', { boardId, epoch: this.#epoch, version: boardVersion, stateVector: seenOf(this.#doc) });
      if (!this.#ended) await this.#welcome(answer);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code === 'unavailable' || problem.code === 'too-many') return this.#again(problem);
      this.#taken(problem);
    }
  }

  async #welcome({ epoch, update, stateVector, mayEdit, because, filled, present, key }: OpenedBoard): Promise<void> {
    const moved = this.#epoch !== null && this.#epoch !== epoch;
    const back = moved ? this.#outbox.takeBack(boardMoved) : [];
    if (moved) {
      await this.#copy?.startOver(epoch);
      this.#newDoc();
    }
    this.#epoch = epoch;
    this.#take(new Uint8Array(update));
    this.#sendWhatServerLacks(new Uint8Array(stateVector));
    this.#outbox.fold(() => Y.encodeStateAsUpdate(this.#doc, new Uint8Array(stateVector)));
    this.#opened = true;
    this.#set({
      loaded: true,
      mayEdit,
      because,
      filled: filled ?? 0,
      present,
      myKey: key,
      closed: null,
      handedBack: [...this.#status.handedBack, ...back],
    });
    this.#aware.show(present, this.#colour);
    this.#where.soon();
    this.#outbox.start();
  }

  /** Words this device has and the server lacks, though nothing remembers that they were not sent: another page was closed hard. */
  #sendWhatServerLacks(stateVector: Uint8Array): void {
    if (!this.#outbox.empty || this.#parts.personId === null) return;
    const lacking = Y.encodeStateAsUpdate(this.#doc, stateVector);
    if (Y.decodeUpdate(lacking).structs.length > 0) this.#outbox.add(lacking);
  }

  #again(problem: ProblemBody): void {
    this.#draw();
    if (problem.reason === 'problem.offline') return;
    setTimeout(() => void this.#open(), aroundMs(problem.retryAfterMs ?? 2000));
  }

  #lineChanged(): void {
    if (this.#parts.connection.line() === 'open') return void this.#open();
    this.#opened = false;
    this.#outbox.pause();
    this.#set({ present: [], myKey: null });
    this.#aware.show([], this.#colour);
  }

  #take(update: Uint8Array): void {
    Y.applyUpdate(this.#doc, new Uint8Array(update), fromServer);
  }

  #taken(problem: ProblemBody): void {
    this.#opened = false;
    this.#outbox.pause();
    if (problem.reason === 'problem.board-moved') return void this.#open();
    this.#set({ closed: problem, mayEdit: false, because: problem.reason });
  }

  /** The document holds refused words: they are handed back, and everything is fetched again. */
  async #startOver(back: HandedBack): Promise<void> {
    this.#outbox.pause();
    this.#newDoc();
    await this.#copy?.startOver(this.#epoch ?? 0);
    this.#set({ handedBack: [...this.#status.handedBack, back] });
    await this.#opening;
    await this.#open();
  }

  #newDoc(): void {
    const [oldDoc, oldAware] = [this.#doc, this.#aware];
    this.#doc = newBoardDoc();
    this.#aware = this.#bind();
    oldAware.destroy();
    oldDoc.destroy();
    this.#set({ loaded: false, generation: this.#status.generation + 1 });
  }

  #bind(): BoardAwareness {
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#keepTimer ??= setTimeout(() => void this.#keepNow(), 1000);
      if (origin !== fromServer && origin !== fromDevice) this.#outbox.add(update);
    });
    const aware = boardAwareness(this.#doc);
    aware.onCaret(() => this.#where.soon());
    return aware;
  }

  #present(here: readonly Present[], gone: readonly string[]): void {
    const present = presentAfter(this.#status, here, gone);
    this.#set({ present });
    this.#aware.show(present, this.#colour);
  }

  readonly #colour = (personId: string): string => this.#parts.colourOf?.(personId) ?? '#b4531f';

  async #keepNow(): Promise<void> {
    if (this.#keepTimer !== null) clearTimeout(this.#keepTimer);
    this.#keepTimer = null;
    const [epoch, { mayEdit }] = [this.#epoch, this.#status];
    if (epoch !== null && this.#copy !== null) await this.#copy.keepState({ epoch, state: Y.encodeStateAsUpdate(this.#doc), mayEdit });
  }

  #set(change: Partial<BoardStatus>): void {
    this.#status = { ...this.#status, ...change };
    this.#draw();
  }

  #draw(): void {
    const unsent = !this.#outbox.empty;
    const { loaded } = this.#status;
    const line = lineOf({ connection: this.#parts.connection.line(), loaded, opened: this.#opened, unsent, isKept: this.#outbox.isKept });
    if (unsent !== this.#status.unsent || line !== this.#status.line) this.#status = { ...this.#status, unsent, line };
    for (const listener of this.#listeners) listener();
  }
}

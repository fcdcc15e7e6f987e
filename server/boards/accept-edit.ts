/**
 * What happens to an edit before it may be written: the gate looks at its bytes, the document takes it in, the judge looks at what
 * it left there. Everything is decided in one turn; nothing is waited for.
 */
import * as Y from 'yjs';
import { judgeElements, refusalProblem } from '#shared/board/judge.ts';
import { purposeRoot } from '#shared/board/layout.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { holdsNoNhsNumber } from '#shared/lib/fields.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { Log } from '../log/log.ts';
import { mayBindMore } from './client-ids.ts';
import { editorRules, readerRules } from './gate/board-rules.ts';
import { dryRun } from './gate/dry-run.ts';
import { checkUpdate } from './gate/gate.ts';
import { type GateLimits, LIVE_LIMITS, MERGE_LIMITS } from './gate/limits.ts';
import { type GatePassed, type GateVerdict, isMatterOfSize } from './gate/verdict.ts';
import { type LoadedBoard, waits } from './load-board.ts';
import type { Remembered } from './news.ts';

/** An edit as it came in. */
export interface Frame {
  readonly personId: string;
  readonly update: Uint8Array;
  readonly mayEdit: boolean;
  /** The page that sent it, which needs no copy back. */
  readonly from?: string;
  /** When it happened; now, unless a seed says otherwise. */
  readonly at?: Date;
  /** The epoch it was written in; none for edits made in this process. */
  readonly epoch?: number;
  /** It came over a line, where only what is small may come. */
  readonly live?: boolean;
  /** What a look at it beside has found; it holds for the board as it is, so that the gate need not look again. */
  readonly looked?: GatePassed;
}

/** The moment it is decided in, and where it is told of. */
export interface Now {
  readonly at: Date;
  readonly log: Log;
}

export interface AcceptedEdit {
  readonly passed: GatePassed;
  /** The touched cards as they now read. */
  readonly elements: readonly BoardElement[];
  /** What the document itself says has changed: these bytes are kept and sent on, never the sender's. */
  readonly emitted: readonly Uint8Array[];
}

/** Thrown when the document in memory holds what may not be kept: it must be loaded again. */
export class Spoiled extends Error {
  override readonly name = 'Spoiled';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/**
 * Takes an edit into the document; null when it changes nothing.
 * @throws Problem when it is refused before anything changed; Spoiled when the document has changed and must go
 */
export function acceptEdit(board: LoadedBoard, frame: Frame, before: (id: string) => Remembered | null, now: Now): AcceptedEdit | null {
  const passed = frame.looked ?? check(board, frame, now);
  if (passed.noop) return null;
  if (frame.looked === undefined && passed.unusual && !dryRun(Y.encodeStateAsUpdate(board.doc), frame.update).ok) throw gateProblem('not-understood');
  board.growth.makeRoom(passed, frame.update.length);
  const emitted = apply(board.doc, frame.update, now.log);
  const elements = judge(board.doc, passed, before);
  board.growth.grown(
    passed,
    emitted.reduce((sum, bytes) => sum + bytes.length, 0),
  );
  return { passed, emitted, elements };
}

function check(board: LoadedBoard, { personId, update, mayEdit, live: isLive = false }: Frame, { at, log }: Now): GatePassed {
  const { doc, owners } = board;
  const mayBind = mayBindMore(board, personId, at);
  const sender = {
    owns: (client: number) => owners.get(client) === personId,
    mayBind: (client: number) => !owners.has(client) && mayBind > 0,
  };
  const look = (limits: GateLimits): GateVerdict => checkUpdate(doc, update, mayEdit ? editorRules(sender, limits) : readerRules(limits));
  const small = look(LIVE_LIMITS);
  const isLarge = !small.ok && isMatterOfSize(small.code);
  if (isLarge && isLive) throw new Problem('too-large', 'problem.too-large-live', { values: { code: small.code } });
  const verdict = isLarge ? look(MERGE_LIMITS) : small;
  if (verdict.ok) return verdict;
  log.warn({ code: verdict.code, detail: verdict.detail }, 'the gate refused an update');
  throw verdict.code === 'read-only' ? new Problem('not-allowed', 'why.reading-only') : gateProblem(verdict.code);
}

function apply(doc: Y.Doc, update: Uint8Array, log: Log): Uint8Array[] {
  const emitted: Uint8Array[] = [];
  const collect = (bytes: Uint8Array): void => void emitted.push(bytes);
  doc.on('update', collect);
  try {
    Y.applyUpdate(doc, update);
  } catch (err) {
    log.error({ err }, 'an update passed the gate and did not apply');
    throw new Spoiled(gateProblem('not-understood'));
  } finally {
    doc.off('update', collect);
  }
  if (waits(doc)) throw new Spoiled(gateProblem('gap'));
  return emitted;
}

/** The touched cards as they now read. @throws Spoiled when something the document now holds may not be kept */
export function judge(doc: Y.Doc, passed: GatePassed, before: (id: string) => Remembered | null): readonly BoardElement[] {
  const touched = { elements: passed.elements, purpose: passed.roots.has(purposeRoot) };
  const judgement = judgeElements(doc, touched, { before, refuses: (text) => (holdsNoNhsNumber(text) ? null : 'field.nhs-number') });
  if (judgement.ok) return judgement.elements;
  throw new Spoiled(refusalProblem(judgement));
}

/** What a client is told of the gate's refusal: the code is for people who build clients. */
export function gateProblem(code: string): Problem {
  return new Problem('refused', code === 'gap' ? 'refused.gap' : 'refused.gate', { values: { code } });
}

/** Looks at a large merge as the live board would: gate, apply, judge. On a copy, so that it costs only the thread it runs on. */
import * as Y from 'yjs';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { gateProblem, judge, Spoiled } from '../accept-edit.ts';
import { editorRules } from '../gate/board-rules.ts';
import { dryRun } from '../gate/dry-run.ts';
import { checkUpdate } from '../gate/gate.ts';
import { MERGE_LIMITS } from '../gate/limits.ts';
import type { GatePassed } from '../gate/verdict.ts';
import { remember } from '../remember.ts';

/** A merge, and the board it is meant for. Crosses to another thread: plain data only. */
export interface MergeToLookAt {
  /** The board's document as one update. */
  readonly state: Uint8Array;
  readonly update: Uint8Array;
  /** Client ids of whoever sends it, and those of everybody else. */
  readonly mine: readonly number[];
  readonly taken: readonly number[];
  /** How many more client ids the sender may bind. */
  readonly mayBind: number;
}

export type MergeLook =
  { readonly ok: true; readonly passed: GatePassed } | { readonly ok: false; readonly problem: ProblemBody; readonly detail: string };

/** Never throws. */
export function lookAtMerge({ state, update, mine, taken, mayBind }: MergeToLookAt): MergeLook {
  const doc = newBoardDoc();
  try {
    Y.applyUpdate(doc, state);
    const [own, others] = [new Set(mine), new Set(taken)];
    const sender = { owns: (client: number) => own.has(client), mayBind: (client: number) => mayBind > 0 && !own.has(client) && !others.has(client) };
    const passed = checkUpdate(doc, update, editorRules(sender, MERGE_LIMITS));
    if (!passed.ok) return { ok: false, problem: gateProblem(passed.code).body, detail: passed.detail };
    if (passed.newClients.length > mayBind) return { ok: false, problem: gateProblem('client-not-yours').body, detail: 'too many' };
    if (passed.noop) return { ok: true, passed };
    if (passed.unusual && !dryRun(state, update).ok) return { ok: false, problem: gateProblem('not-understood').body, detail: 'unusual' };
    const before = remember(doc);
    Y.applyUpdate(doc, update);
    judge(doc, passed, (id) => before.get(id) ?? null);
    return { ok: true, passed };
  } catch (thrown) {
    const problem = thrown instanceof Spoiled ? thrown.problem : gateProblem('not-understood');
    return { ok: false, problem: problem.body, detail: thrown instanceof Error ? thrown.name : 'thrown' };
  } finally {
    doc.destroy();
  }
}

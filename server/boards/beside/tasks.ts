/** What the thread beside can be asked for, and what it answers. Both cross between threads: plain data only. */
import { type Folded, foldLog, type LogToFold } from './fold-log.ts';
import { lookAtMerge, type MergeLook, type MergeToLookAt } from './look-at-merge.ts';

export type Task = { readonly what: 'look'; readonly merge: MergeToLookAt } | { readonly what: 'fold'; readonly log: LogToFold };

/** A fold that throws is one that did not read. */
export type Done = { readonly look: MergeLook } | { readonly folded: Folded };

export function doTask(task: Task): Done {
  if (task.what === 'look') return { look: lookAtMerge(task.merge) };
  try {
    return { folded: foldLog(task.log) };
  } catch {
    return { folded: null };
  }
}

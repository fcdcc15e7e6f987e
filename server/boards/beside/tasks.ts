/** What the thread beside can be asked for. What goes in and what comes out cross between threads: plain data only. */
import { foldLog } from './fold-log.ts';
import { leaveHistory } from './leave-history.ts';
import { lookAtMerge } from './look-at-merge.ts';

const tasks = { look: lookAtMerge, fold: foldLog, leave: leaveHistory };

export type What = keyof typeof tasks;
export type Given<W extends What> = Parameters<(typeof tasks)[W]>[0];
export type Answer<W extends What> = ReturnType<(typeof tasks)[W]>;

export type Task = { readonly [W in What]: { readonly what: W; readonly given: Given<W> } }[What];

export function doTask(task: Task): Answer<What> {
  switch (task.what) {
    case 'look':
      return tasks.look(task.given);
    case 'fold':
      return tasks.fold(task.given);
    case 'leave':
      return tasks.leave(task.given);
  }
}

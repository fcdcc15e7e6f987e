/** How others got past a blocker like this, across the place. */
import type { FreedBlocker } from '#shared/features/asks/model.ts';
import type { App } from '../../../context.ts';
import { allowing, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { titleOf } from '../title.ts';
import { freedBlockers } from './store.ts';

export async function findFreed(app: App, viewer: Viewer, { kind, search }: { kind: string; search: string }): Promise<{ items: FreedBlocker[] }> {
  allowing('board.read', await placeFacts(app.db, viewer));
  const words = search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  const rows = await freedBlockers(app.db, { kind, words });
  return {
    items: rows.map(({ initiativeId, initiative, title, ...row }) => ({
      ...row,
      title: titleOf(title),
      initiative: { id: initiativeId, title: initiative },
    })),
  };
}

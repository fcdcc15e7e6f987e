import type { Ask } from '#shared/features/asks/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import type { Reader } from '../../db/db.ts';
import type { Viewer } from '../../policy/viewer.ts';
import { presentAsks } from './present.ts';
import { askById, type KnownAsk } from './store.ts';

/** @throws Problem not-found */
export async function foundAsk(reader: Reader, id: string): Promise<KnownAsk> {
  const row = await askById(reader, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  return row;
}

/** One ask as it goes out. @throws Problem not-found */
export async function oneAsk(app: App, viewer: Viewer, id: string): Promise<Ask> {
  const [item] = await presentAsks(app, viewer, [await foundAsk(app.db, id)]);
  if (item === undefined) throw new Problem('not-found', 'problem.not-found');
  return item;
}

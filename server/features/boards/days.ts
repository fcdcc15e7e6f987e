/** Going back to an earlier day: for when much was deleted, by accident or not. */
import type { BoardDay } from '#shared/features/boards/model.ts';
import type { App } from '../../context.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';

interface Days {
  items: BoardDay[];
}

export async function listDays(app: App, viewer: Viewer, id: string): Promise<Days> {
  allowing('board.bring-back', await initiativeFacts(app.db, viewer, id));
  return { items: (await app.boards.days(id)).map((day) => ({ ...day, at: day.at.toISOString() })) };
}

/** @throws Problem not-found for a day that is not kept, conflict when the board moved on at the same moment */
export async function bringBack(app: App, viewer: Viewer, { id, seq }: { id: string; seq: number }): Promise<Days> {
  allowing('board.bring-back', await initiativeFacts(app.db, viewer, id));
  await app.boards.bringBack(id, seq, personOf(viewer));
  return listDays(app, viewer, id);
}

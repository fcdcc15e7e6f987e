/** Room on a board that has grown full: a co-owner has it written anew, without its history. */
import type { App } from '../../context.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';

/** @returns how full it is now, in percent. @throws Problem conflict while there is room enough */
export async function makeRoom(app: App, viewer: Viewer, { id }: { id: string }): Promise<{ filled: number }> {
  allowing('board.make-room', await initiativeFacts(app.db, viewer, id));
  return { filled: await app.boards.makeRoom(id, personOf(viewer)) };
}

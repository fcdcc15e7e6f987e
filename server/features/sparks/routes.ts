import { api } from '../../http/handler.ts';
import { bringIn, listBringIns, previewBringIn, undoBringIn } from './bring-in/commands.ts';
import { editSpark, postSpark, restoreSpark, withdrawSpark } from './commands.ts';
import { readSpark, readWall } from './read.ts';
import { kindle, reply, unkindle, withdrawReply } from './replies/commands.ts';
import { findSimilar } from './similar/similar.ts';

export const sparkRoutes = api.sparks.router({
  list: api.sparks.list.handler(({ context: { app, viewer }, input }) => readWall(app, viewer, input)),
  read: api.sparks.read.handler(({ context: { app, viewer }, input }) => readSpark(app, viewer, input.id)),
  post: api.sparks.post.handler(({ context: { app, viewer }, input }) => postSpark(app, viewer, input)),
  edit: api.sparks.edit.handler(({ context: { app, viewer }, input }) => editSpark(app, viewer, input)),
  withdraw: api.sparks.withdraw.handler(({ context: { app, viewer }, input }) => withdrawSpark(app, viewer, input)),
  restore: api.sparks.restore.handler(({ context: { app, viewer }, input }) => restoreSpark(app, viewer, input)),
  kindle: api.sparks.kindle.handler(({ context: { app, viewer }, input }) => kindle(app, viewer, input)),
  unkindle: api.sparks.unkindle.handler(({ context: { app, viewer }, input }) => unkindle(app, viewer, input)),
  comment: api.sparks.comment.handler(({ context: { app, viewer }, input }) => reply(app, viewer, input)),
  withdrawComment: api.sparks.withdrawComment.handler(({ context: { app, viewer }, input }) => withdrawReply(app, viewer, input)),
  similar: api.sparks.similar.handler(async ({ context: { app, viewer }, input }) => ({ items: await findSimilar(app, viewer, input) })),
  previewBringIn: api.sparks.previewBringIn.handler(({ context: { app, viewer }, input }) => previewBringIn(app, viewer, input)),
  bringIn: api.sparks.bringIn.handler(({ context: { app, viewer }, input }) => bringIn(app, viewer, input)),
  bringIns: api.sparks.bringIns.handler(({ context: { app, viewer } }) => listBringIns(app, viewer)),
  undoBringIn: api.sparks.undoBringIn.handler(({ context: { app, viewer }, input }) => undoBringIn(app, viewer, input.id)),
});

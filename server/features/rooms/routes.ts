import { api } from '../../http/handler.ts';
import { listRooms, myRooms } from './read.ts';
import { declineRoom, offerRoom, revokeRoom, writeRoom } from './sponsor-commands.ts';
import { acceptRoom, askForRoom, finishRoom, learnFromRoom, linkTest, unlinkTest } from './team-commands.ts';

export const roomRoutes = api.rooms.router({
  list: api.rooms.list.handler(({ context: { app, viewer }, input }) => listRooms(app, viewer, input.id)),
  mine: api.rooms.mine.handler(({ context: { app, viewer } }) => myRooms(app, viewer)),
  ask: api.rooms.ask.handler(({ context: { app, viewer }, input }) => askForRoom(app, viewer, input)),
  offer: api.rooms.offer.handler(({ context: { app, viewer }, input }) => offerRoom(app, viewer, input)),
  write: api.rooms.write.handler(({ context: { app, viewer }, input }) => writeRoom(app, viewer, input)),
  decline: api.rooms.decline.handler(({ context: { app, viewer }, input }) => declineRoom(app, viewer, input)),
  accept: api.rooms.accept.handler(({ context: { app, viewer }, input }) => acceptRoom(app, viewer, input)),
  revoke: api.rooms.revoke.handler(({ context: { app, viewer }, input }) => revokeRoom(app, viewer, input)),
  finish: api.rooms.finish.handler(({ context: { app, viewer }, input }) => finishRoom(app, viewer, input)),
  learn: api.rooms.learn.handler(({ context: { app, viewer }, input }) => learnFromRoom(app, viewer, input)),
  link: api.rooms.link.handler(({ context: { app, viewer }, input }) => linkTest(app, viewer, input)),
  unlink: api.rooms.unlink.handler(({ context: { app, viewer }, input }) => unlinkTest(app, viewer, input)),
});

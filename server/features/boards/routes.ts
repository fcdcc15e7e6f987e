import { api } from '../../http/handler.ts';
import { bringBack, listDays } from './days.ts';
import { makeRoom } from './make-room.ts';
import { listActivity, listElements, listMoved, look } from './read.ts';

export const boardRoutes = api.boards.router({
  elements: api.boards.elements.handler(({ context: { app, viewer }, input }) => listElements(app, viewer, input.id)),
  activity: api.boards.activity.handler(({ context: { app, viewer }, input }) => listActivity(app, viewer, input)),
  moved: api.boards.moved.handler(({ context: { app, viewer }, input }) => listMoved(app, viewer, input.id)),
  looked: api.boards.looked.handler(({ context: { app, viewer }, input }) => look(app, viewer, input.id)),
  days: api.boards.days.handler(({ context: { app, viewer }, input }) => listDays(app, viewer, input.id)),
  makeRoom: api.boards.makeRoom.handler(({ context: { app, viewer }, input }) => makeRoom(app, viewer, input)),
  bringBack: api.boards.bringBack.handler(({ context: { app, viewer }, input }) => bringBack(app, viewer, input)),
});

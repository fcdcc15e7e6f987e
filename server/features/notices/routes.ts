import { api } from '../../http/handler.ts';
import { listNotices, markSeen } from './commands.ts';
import { readPush, startPush, stopPush } from './push/commands.ts';
import { changeWishes, lookQuiet, makeQuiet, readMuted, readWishes, setMuted } from './wishes/commands.ts';

export const noticeRoutes = api.notices.router({
  list: api.notices.list.handler(({ context: { app, viewer }, input }) => listNotices(app, viewer, input.cursor)),
  seen: api.notices.seen.handler(({ context: { app, viewer }, input }) => markSeen(app, viewer, input.ids)),
  wishes: api.notices.wishes.handler(({ context: { app, viewer } }) => readWishes(app, viewer)),
  changeWishes: api.notices.changeWishes.handler(({ context: { app, viewer }, input }) => changeWishes(app, viewer, input)),
  push: api.notices.push.handler(({ context: { app, viewer } }) => readPush(app, viewer)),
  startPush: api.notices.startPush.handler(({ context: { app, viewer }, input }) => startPush(app, viewer, input)),
  stopPush: api.notices.stopPush.handler(({ context: { app, viewer } }) => stopPush(app, viewer)),
  isMuted: api.notices.isMuted.handler(({ context: { app, viewer }, input }) => readMuted(app, viewer, input.id)),
  mute: api.notices.mute.handler(({ context: { app, viewer }, input }) => setMuted(app, viewer, input.id, true)),
  unmute: api.notices.unmute.handler(({ context: { app, viewer }, input }) => setMuted(app, viewer, input.id, false)),
  quietLook: api.notices.quietLook.handler(({ context: { app }, input }) => lookQuiet(app, input.token)),
  quiet: api.notices.quiet.handler(({ context: { app }, input }) => makeQuiet(app, input.token, input.quiet)),
});

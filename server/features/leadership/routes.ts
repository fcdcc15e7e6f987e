import { api } from '../../http/handler.ts';
import { choose, readChoice, readLeadership } from './commands.ts';

export const leadershipRoutes = api.leadership.router({
  read: api.leadership.read.handler(({ context: { app, viewer }, input }) => readLeadership(app, viewer, input.id)),
  choice: api.leadership.choice.handler(({ context: { app, viewer } }) => readChoice(app, viewer)),
  choose: api.leadership.choose.handler(({ context: { app, viewer }, input }) => choose(app, viewer, input.counted)),
});

import { api } from '../../http/handler.ts';
import { readWaits } from './commands.ts';

export const waitRoutes = api.waits.router({
  read: api.waits.read.handler(({ context: { app, viewer } }) => readWaits(app, viewer)),
});

import { api } from '../../http/handler.ts';
import { checkAudit, listAudit } from './commands.ts';

export const auditRoutes = api.audit.router({
  list: api.audit.list.handler(({ context: { app, viewer }, input }) => listAudit(app, viewer, input.skip)),
  check: api.audit.check.handler(({ context: { app, viewer } }) => checkAudit(app, viewer)),
});

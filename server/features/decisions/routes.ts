import { api } from '../../http/handler.ts';
import { answerDecision } from './answer.ts';
import { closeDecision } from './close.ts';
import { putDecision, putDecisionAgain } from './put.ts';
import { listDecisions } from './read.ts';

export const decisionRoutes = api.decisions.router({
  list: api.decisions.list.handler(({ context: { app, viewer }, input }) => listDecisions(app, viewer, input.id)),
  put: api.decisions.put.handler(({ context: { app, viewer }, input }) => putDecision(app, viewer, input)),
  putAgain: api.decisions.putAgain.handler(({ context: { app, viewer }, input }) => putDecisionAgain(app, viewer, input)),
  answer: api.decisions.answer.handler(({ context: { app, viewer }, input }) => answerDecision(app, viewer, input)),
  close: api.decisions.close.handler(({ context: { app, viewer }, input }) => closeDecision(app, viewer, input)),
});

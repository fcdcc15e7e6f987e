import { api } from '../../http/handler.ts';
import { changeInitiative } from './change.ts';
import { answer, invite, withdraw } from './invitations/commands.ts';
import { listCameBack, listInvitations, listMyInvitations, listSaidYes } from './invitations/read.ts';
import { lightInitiative } from './light/commands.ts';
import { suggestCoOwners } from './light/suggest.ts';
import { listInitiatives, readInitiative } from './read.ts';
import { join, leave, setPerspectives } from './team/commands.ts';

export const initiativesRoutes = api.initiatives.router({
  list: api.initiatives.list.handler(({ context: { app, viewer }, input: { state, mine } }) =>
    listInitiatives(app, viewer, { state, mine: mine === 'yes' }),
  ),
  read: api.initiatives.read.handler(({ context: { app, viewer }, input }) => readInitiative(app, viewer, input.id)),
  light: api.initiatives.light.handler(({ context: { app, viewer }, input }) => lightInitiative(app, viewer, input)),
  change: api.initiatives.change.handler(({ context: { app, viewer }, input: { id, ...change } }) => changeInitiative(app, viewer, id, change)),
  suggestCoOwners: api.initiatives.suggestCoOwners.handler(({ context: { app, viewer }, input }) => suggestCoOwners(app, viewer, input.id)),
  join: api.initiatives.join.handler(({ context: { app, viewer }, input }) => join(app, viewer, input.id, input.perspectives)),
  leave: api.initiatives.leave.handler(({ context: { app, viewer }, input }) => leave(app, viewer, input.id)),
  setPerspectives: api.initiatives.setPerspectives.handler(({ context: { app, viewer }, input }) =>
    setPerspectives(app, viewer, input.id, input.perspectives),
  ),
  invite: api.initiatives.invite.handler(({ context: { app, viewer }, input }) => invite(app, viewer, input)),
  invitations: api.initiatives.invitations.handler(({ context: { app, viewer }, input }) => listInvitations(app, viewer, input.id)),
  myInvitations: api.initiatives.myInvitations.handler(({ context: { app, viewer } }) => listMyInvitations(app, viewer)),
  saidYes: api.initiatives.saidYes.handler(({ context: { app, viewer }, input }) => listSaidYes(app, viewer, input.id)),
  cameBack: api.initiatives.cameBack.handler(({ context: { app, viewer } }) => listCameBack(app, viewer)),
  answer: api.initiatives.answer.handler(({ context: { app, viewer }, input }) => answer(app, viewer, input)),
  withdrawInvitation: api.initiatives.withdrawInvitation.handler(({ context: { app, viewer }, input }) => withdraw(app, viewer, input.id)),
});

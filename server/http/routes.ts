/** Every route of the contract, gathered from the features. */
import { askRoutes } from '../features/asks/routes.ts';
import { auditRoutes } from '../features/audit/routes.ts';
import { boardRoutes } from '../features/boards/routes.ts';
import { decisionRoutes } from '../features/decisions/routes.ts';
import { endorsementRoutes } from '../features/endorsements/routes.ts';
import { initiativesRoutes } from '../features/initiatives/routes.ts';
import { invitesRoutes } from '../features/invites/routes.ts';
import { leadershipRoutes } from '../features/leadership/routes.ts';
import { noticeRoutes } from '../features/notices/routes.ts';
import { peopleRoutes } from '../features/people/routes.ts';
import { placeRoutes } from '../features/place/routes.ts';
import { pledgeRoutes } from '../features/pledges/routes.ts';
import { roomRoutes } from '../features/rooms/routes.ts';
import { sparkRoutes } from '../features/sparks/routes.ts';
import { systemAskRoutes } from '../features/system-asks/routes.ts';
import { waitRoutes } from '../features/waits/routes.ts';

export const routes = {
  place: placeRoutes,
  audit: auditRoutes,
  people: peopleRoutes,
  invites: invitesRoutes,
  sparks: sparkRoutes,
  initiatives: initiativesRoutes,
  leadership: leadershipRoutes,
  boards: boardRoutes,
  endorsements: endorsementRoutes,
  pledges: pledgeRoutes,
  rooms: roomRoutes,
  asks: askRoutes,
  decisions: decisionRoutes,
  waits: waitRoutes,
  notices: noticeRoutes,
  systemAsks: systemAskRoutes,
};

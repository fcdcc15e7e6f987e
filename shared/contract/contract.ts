/** The whole HTTP contract, gathered; served under `/api/v1`. */
import { asksContract } from '../features/asks/contract.ts';
import { auditContract } from '../features/audit/contract.ts';
import { boardsContract } from '../features/boards/contract.ts';
import { decisionsContract } from '../features/decisions/contract.ts';
import { endorsementsContract } from '../features/endorsements/contract.ts';
import { initiativesContract } from '../features/initiatives/contract.ts';
import { invitesContract } from '../features/invites/contract.ts';
import { leadershipContract } from '../features/leadership/contract.ts';
import { noticesContract } from '../features/notices/contract.ts';
import { peopleContract } from '../features/people/contract.ts';
import { placeContract } from '../features/place/contract.ts';
import { pledgesContract } from '../features/pledges/contract.ts';
import { roomsContract } from '../features/rooms/contract.ts';
import { sparksContract } from '../features/sparks/contract.ts';
import { systemAsksContract } from '../features/system-asks/contract.ts';
import { waitsContract } from '../features/waits/contract.ts';

export const contract = {
  place: placeContract,
  audit: auditContract,
  people: peopleContract,
  invites: invitesContract,
  sparks: sparksContract,
  initiatives: initiativesContract,
  leadership: leadershipContract,
  boards: boardsContract,
  endorsements: endorsementsContract,
  pledges: pledgesContract,
  rooms: roomsContract,
  asks: asksContract,
  decisions: decisionsContract,
  waits: waitsContract,
  notices: noticesContract,
  systemAsks: systemAsksContract,
};

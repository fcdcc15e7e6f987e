/** Every table of the house, gathered from the folders that own them. */
import { activityTables } from '../activity/tables.ts';
import { auditTables } from '../audit/tables.ts';
import { boardTables } from '../boards/tables.ts';
import { askTables } from '../features/asks/tables.ts';
import { decisionTables } from '../features/decisions/tables.ts';
import { endorsementTables } from '../features/endorsements/tables.ts';
import { initiativeTables } from '../features/initiatives/tables.ts';
import { inviteTables } from '../features/invites/tables.ts';
import { leadershipTables } from '../features/leadership/tables.ts';
import { noticeTables } from '../features/notices/tables.ts';
import { peopleTables } from '../features/people/tables.ts';
import { placeTables } from '../features/place/tables.ts';
import { pledgeTables } from '../features/pledges/tables.ts';
import { roomTables } from '../features/rooms/tables.ts';
import { sparkTables } from '../features/sparks/tables.ts';
import { outboxTables } from '../outbox/tables.ts';
import { systemAskTables } from '../features/system-asks/tables.ts';
import type { Kit } from './kit.postgres.ts';

export function defineTables(c: Kit) {
  return {
    ...placeTables(c),
    ...peopleTables(c),
    ...inviteTables(c),
    ...sparkTables(c),
    ...initiativeTables(c),
    ...boardTables(c),
    ...endorsementTables(c),
    ...pledgeTables(c),
    ...roomTables(c),
    ...askTables(c),
    ...decisionTables(c),
    ...leadershipTables(c),
    ...noticeTables(c),
    ...outboxTables(c),
    ...systemAskTables(c),
    ...activityTables(c),
    ...auditTables(c),
  };
}

export type Tables = ReturnType<typeof defineTables>;

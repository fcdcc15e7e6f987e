/** Writes down what happened to a room to test, and tells whom it concerns. */
import type { Facts } from '#shared/policy/facts.ts';
import { isOver, standOf } from '#shared/features/rooms/states.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';
import { record, type Tell } from '../../activity/record.ts';
import { touchInitiative } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { initiativeFacts, type Viewer } from '../../policy/viewer.ts';
import { factsOf } from './present.ts';
import type { KnownRoom, RoomRow } from './store.ts';

export interface RoomNews {
  readonly what: ActivityName;
  readonly row: Pick<RoomRow, 'id' | 'initiativeId' | 'personId' | 'askedBy'>;
  /** Who did it. */
  readonly personId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly elementId?: string;
  readonly tells?: readonly Tell[];
}

export async function moved(app: App, tx: Tx, { row, ...news }: RoomNews): Promise<void> {
  const { initiativeId, personId: sponsor, askedBy } = row;
  await touchInitiative(tx, initiativeId, app.clock.now());
  const topics = [
    `initiative:${initiativeId}/rooms`,
    `initiative:${initiativeId}/activity`,
    'initiatives',
    `me:${sponsor}`,
    ...(askedBy === null ? [] : [`me:${askedBy}` as const]),
  ] as const;
  await record(app, tx, { ...news, initiativeId, thing: row.id, topics });
}

/** What the policy has to know about a viewer and a room. */
export async function roomFacts(app: App, viewer: Viewer, row: KnownRoom): Promise<Facts> {
  const own = row.personId === viewer.personId;
  return initiativeFacts(app.db, viewer, row.initiativeId, {
    own,
    addressed: own && row.state === 'asked',
    ended: isOver(standOf(factsOf(row), app.clock.now())),
  });
}

/** What a room is called in a sentence: its first words. */
export function titleOf(words: string): string {
  const [first = ''] = words.split('\n');
  return first.length > 100 ? `${first.slice(0, 99).trimEnd()}…` : first;
}

/** Where a room is read on its board. */
export function whereOnBoard(initiativeId: string): string {
  return `/initiatives/${initiativeId}/sponsors`;
}

/** Writes down what happened to a proposal, and tells whom it concerns. */
import { say } from '#shared/words/say.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';
import { record, type Tell } from '../../activity/record.ts';
import { touchInitiative } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import type { DecisionRow } from './store.ts';

export interface DecisionNews {
  readonly what: ActivityName;
  readonly row: Pick<DecisionRow, 'id' | 'initiativeId' | 'elementId'>;
  /** What was put, in one line. */
  readonly title: string;
  /** Who did it. */
  readonly personId: string;
  readonly tells: readonly Tell[];
}

export async function moved(app: App, tx: Tx, { what, row, title, personId, tells }: DecisionNews): Promise<void> {
  const { id, initiativeId, elementId } = row;
  await touchInitiative(tx, initiativeId, app.clock.now());
  const topics = [`initiative:${initiativeId}/decisions`, `initiative:${initiativeId}/activity`, 'initiatives'] as const;
  const values = { title: title === '' ? say('kinds.untitled') : title };
  await record(app, tx, { what, thing: id, initiativeId, personId, elementId, values, topics, tells });
}

/** Where a proposal is read on its board. */
export function whereOnBoard(initiativeId: string): string {
  return `/initiatives/${initiativeId}/questions`;
}

/** Every move of an ask is written down the same way: a step of its trail, an activity row, and whom to tell. */
import type { AskMove } from '#shared/features/asks/answers.ts';
import { record, type NewHappening } from '../../activity/record.ts';
import { touchInitiative } from '../../boards/store.ts';
import type { Tx } from '../../db/db.ts';
import type { AskRow } from './store.ts';
import { titleOf } from './title.ts';
import { addStep, type StepRow } from './trail/store.ts';

export type MovingAsk = Pick<AskRow, 'id' | 'initiativeId' | 'elementId' | 'personId' | 'askedBy'> & { readonly blocker: string };

/** What a move needs of the app. */
export type Moving = Parameters<typeof record>[0];

export interface Move extends Partial<Pick<StepRow, 'toPersonId' | 'answer' | 'line' | 'by' | 'office' | 'level'>> {
  readonly what: AskMove;
  /** Made by the page where sending twice must move once; a new one when left out. */
  readonly stepId?: string;
  /** Who did it. */
  readonly personId: string;
  readonly tells: NonNullable<NewHappening['tells']>;
}

/** @param row the ask as it stood before @returns false when this very step was made before */
export async function move(app: Moving, tx: Tx, row: MovingAsk, { what, stepId = app.newId(), personId, tells, ...said }: Move): Promise<boolean> {
  const at = app.clock.now();
  const { id: askId, initiativeId, elementId } = row;
  const nothing = { toPersonId: null, answer: null, line: '', by: null, office: '', level: null };
  if (!(await addStep(tx, { id: stepId, askId, what, at, personId, ...nothing, ...said }))) return false;
  await touchInitiative(tx, initiativeId, at);
  const mine = [row.personId, row.askedBy, said.toPersonId ?? null].flatMap((one) => (one === null ? [] : [`me:${one}` as const]));
  const topics = [`initiative:${initiativeId}/asks`, `initiative:${initiativeId}/activity`, 'initiatives', ...mine] as const;
  const answer = said.answer ?? null;
  const values = { title: titleOf(row.blocker), ask: askId, ...(answer === null ? {} : { answer }) };
  await record(app, tx, { what: `ask.${what}`, thing: askId, initiativeId, personId, elementId, values, topics, tells });
  return true;
}

/** Where the ask stands on its board. */
export function boardAddress({ initiativeId }: Pick<MovingAsk, 'initiativeId'>): string {
  return `/initiatives/${initiativeId}/blockers`;
}

/** Where everything that waits for a person stands. */
export const waitingAddress = '/sponsor';

/** The asked person, and nobody else, answers; or hands the ask over to whom it belongs to. */
import type { z } from 'zod';
import type { Ask, askReply } from '#shared/features/asks/model.ts';
import { hasPassed } from '#shared/lib/days.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { foundAsk, oneAsk } from './find-ask.ts';
import { makeLink } from './links/make-link.ts';
import { endLinks } from './links/store.ts';
import { boardAddress, move, waitingAddress } from './move.ts';
import { askable } from './put.ts';
import * as store from './store.ts';

type Reply = Pick<z.output<typeof askReply>, 'answer' | 'line' | 'by' | 'office'>;

/** Every answer stays in the trail. @throws Problem not-allowed, invalid, conflict when the ask was taken back or moved on meanwhile */
export async function answerAsk(app: App, viewer: Viewer, { id, toPersonId, ...reply }: z.output<typeof askReply>): Promise<Ask> {
  const row = await foundAsk(app.db, id);
  const known = { addressed: row.personId === viewer.personId, ended: row.withdrawnAt !== null };
  allowing('ask.answer', await initiativeFacts(app.db, viewer, row.initiativeId, known));
  const said = tidied(reply);
  if (said.by !== row.by) refusePast(app, said);
  personOf(viewer);
  await app.db.transact(async (tx) => {
    if (said.answer === 'belongs' && toPersonId !== null) return handOver(app, tx, row, { toPersonId, line: said.line });
    if (await sayAnswer(app, tx, row, said, { first: false })) return;
    const now = await foundAsk(tx, id);
    if (now.withdrawnAt !== null) throw new Problem('conflict', 'asks.taken-back');
    if (now.personId !== row.personId) throw new Problem('conflict', 'asks.moved-on');
  });
  return oneAsk(app, viewer, id);
}

/** What belongs to an answer, and nothing of the others. */
export function tidied({ answer, line, by, office }: Reply): Reply {
  return { answer, line, by: answer === 'will' ? by : null, office: answer === 'belongs' ? office : '' };
}

/** @throws Problem invalid */
export function refusePast(app: App, { by }: Reply): void {
  if (by !== null && hasPassed(by, app.clock.now())) throw badField('by', 'field.past');
}

interface How {
  /** Only while nobody has answered, as by the link of a letter. */
  readonly first: boolean;
  readonly stepId?: string;
}

/** Answers as the person it waits for. @returns whether it said anything new */
export async function sayAnswer(
  app: App,
  tx: Tx,
  row: store.KnownAsk,
  { answer, line, by, office }: Reply,
  { first, ...step }: How,
): Promise<boolean> {
  const { id, personId, askedBy } = row;
  const answeredAt = app.clock.now();
  if (!(await store.answerAsk(tx, { id, personId, first }, { answer, answerLine: line, by, office, answeredAt }))) return false;
  await endLinks(tx, id, answeredAt);
  const tells = [{ personId: askedBy, why: 'answer', address: boardAddress(row), ...(line === '' ? {} : { words: line }) }] as const;
  return move(app, tx, row, { what: 'answered', ...step, personId, answer, line, by, office, tells });
}

async function handOver(app: App, tx: Tx, row: store.KnownAsk, { toPersonId, line }: { toPersonId: string; line: string }): Promise<void> {
  const { id, personId, askedBy, message } = row;
  if (toPersonId === personId) throw badField('toPersonId', 'asks.already-yours');
  if (toPersonId === askedBy) throw badField('toPersonId', 'asks.not-the-asker');
  await askable(tx, toPersonId, askedBy, 'toPersonId');
  const at = app.clock.now();
  if (!(await store.handOver(tx, { id, personId }, toPersonId, at))) {
    throw new Problem('conflict', (await foundAsk(tx, id)).withdrawnAt === null ? 'asks.moved-on' : 'asks.taken-back');
  }
  await endLinks(tx, id, at);
  const secretAddress = await makeLink(app, tx, { askId: id, personId: toPersonId });
  const tells = [
    { personId: toPersonId, why: 'ask', what: 'ask.handed-to-you', address: waitingAddress, secretAddress, words: message },
    { personId: askedBy, why: 'answer', address: boardAddress(row), ...(line === '' ? {} : { words: line }) },
  ] as const;
  await move(app, tx, row, { what: 'handed-over', personId, toPersonId, answer: 'belongs', line, tells });
}

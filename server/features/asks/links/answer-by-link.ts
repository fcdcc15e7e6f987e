/**
 * The link of a letter: whoever holds it may read that one ask and answer it once, as the person it was written to. It signs nobody in, and says
 * nothing else of the place. Changing the answer needs signing in.
 */
import type { z } from 'zod';
import type { AskAnswer } from '#shared/features/asks/answers.ts';
import type { LinkLook, linkReply } from '#shared/features/asks/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/db.ts';
import { faces, labelIn } from '../../../faces/store.ts';
import { allowing, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { refusePast, sayAnswer, tidied } from '../answer.ts';
import { askById, type KnownAsk } from '../store.ts';
import { titleOf } from '../title.ts';
import { stepById, stepsOf } from '../trail/store.ts';
import { hashOf } from './make-link.ts';
import { type LinkRow, linkByHash, purposeOf, spendLink } from './store.ts';

/** What the link asks; looking changes nothing. @throws Problem gone when it was used, is too old, never was, or the ask has moved on */
export async function lookByLink(app: App, secret: string): Promise<LinkLook> {
  const link = await linkByHash(app.db, hashOf(secret));
  if (link === null || link.endedAt !== null || link.expiresAt <= app.clock.now()) throw linkOver();
  const row = await waitingAsk(app.db, link);
  const [purpose, cards, trails] = await Promise.all([purposeOf(app.db, row.initiativeId), faces(app.db, [row.askedBy]), stepsOf(app.db, [row.id])]);
  return {
    initiative: { title: row.title, purpose },
    blocker: titleOf(row.blocker),
    askedBy: labelIn(cards, row.askedBy),
    message: row.message,
    more: (trails.get(row.id) ?? []).flatMap(({ what, personId, line }) =>
      what === 'told-more' || (what === 'said' && personId !== row.personId) ? [line] : [],
    ),
    at: row.createdAt.toISOString(),
  };
}

/** Sending the same answer again answers the same. @throws Problem gone, invalid */
export async function answerByLink(
  app: App,
  viewer: Viewer,
  { secret, replyId, ...reply }: z.output<typeof linkReply>,
): Promise<{ answer: AskAnswer }> {
  const said = tidied(reply);
  await app.db.transact(async (tx) => {
    const hash = hashOf(secret);
    const link = await spendLink(tx, hash, app.clock.now());
    if (link === null) return wasSaid(tx, hash, replyId);
    refusePast(app, said);
    const row = await waitingAsk(tx, link);
    allowing('ask.answer-by-link', await placeFacts(tx, viewer, { addressed: true, ended: row.withdrawnAt !== null }));
    if (!(await sayAnswer(app, tx, row, said, { first: true, stepId: replyId }))) throw linkOver();
  });
  return { answer: said.answer };
}

/** The ask of a link, if it still waits for the link's person. */
async function waitingAsk(reader: Reader, link: LinkRow): Promise<KnownAsk> {
  const row = await askById(reader, link.askId);
  if (row === null || row.personId !== link.personId || row.answer !== null || row.withdrawnAt !== null) throw linkOver();
  return row;
}

/** A line that broke after the answer had arrived: the same answer, sent again by the same link. @throws Problem gone otherwise */
async function wasSaid(tx: Tx, hash: string, replyId: string): Promise<void> {
  const [link, step] = [await linkByHash(tx, hash), await stepById(tx, replyId)];
  if (link === null || step?.askId !== link.askId || step.personId !== link.personId) throw linkOver();
}

function linkOver(): Problem {
  return new Problem('gone', 'asks.link-over');
}

/** A line of words at an ask, written on the board or as a reply to its letter. It stands in the trail, and is no answer: whose turn it is and what was answered stay as they are. */
import type { z } from 'zod';
import type { Ask, askMore } from '#shared/features/asks/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { tellMore } from './commands.ts';
import { foundAsk, oneAsk } from './find-ask.ts';
import { makeLink } from './links/make-link.ts';
import { boardAddress, move, waitingAddress } from './move.ts';
import type { KnownAsk } from './store.ts';
import { stepById } from './trail/store.ts';

type Line = z.output<typeof askMore>;

/** While the team is asked to tell more, a line of the team's tells more; any other is a line. @throws Problem not-found, not-allowed, conflict */
export async function replyToAsk(app: App, viewer: Viewer, line: Line): Promise<Ask> {
  const { answer, personId } = await foundAsk(app.db, line.id);
  if (answer === 'tell-more' && personId !== viewer.personId) return tellMore(app, viewer, line);
  await sayLine(app, viewer, line);
  return oneAsk(app, viewer, line.id);
}

async function sayLine(app: App, viewer: Viewer, { id, stepId, line }: Line): Promise<void> {
  await app.db.transact(async (tx) => {
    const row = await foundAsk(tx, id);
    const known = { addressed: row.personId === viewer.personId, ended: row.withdrawnAt !== null };
    allowing('ask.say', await initiativeFacts(tx, viewer, row.initiativeId, known));
    const personId = personOf(viewer);
    const made = await stepById(tx, stepId);
    if (made?.askId === id && made.personId === personId) return;
    const tells = [
      known.addressed
        ? ({ personId: row.askedBy, why: 'answer', address: boardAddress(row), words: line } as const)
        : await toAsked(app, tx, row, line),
    ];
    if (!(await move(app, tx, row, { what: 'said', stepId, personId, line, tells }))) throw new Problem('conflict', 'asks.id-taken');
  });
}

/** The asked person can answer from this letter too, while their answer is missing. */
async function toAsked(app: App, tx: Tx, { id, personId, answer }: KnownAsk, words: string) {
  const to = { personId, address: waitingAddress, words };
  if (answer !== null) return { ...to, why: 'answer' } as const;
  return { ...to, why: 'ask', secretAddress: await makeLink(app, tx, { askId: id, personId }) } as const;
}

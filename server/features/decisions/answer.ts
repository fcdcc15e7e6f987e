/** Each answers for themselves, and nobody for another. */
import type { z } from 'zod';
import type { Decision, decisionReply } from '#shared/features/decisions/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { Tell } from '../../activity/record.ts';
import type { App } from '../../context.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { moved, whereOnBoard } from './moved.ts';
import { foundDecision, oneDecision } from './read.ts';
import * as store from './store.ts';

/** Saying the same again adds nothing. @throws Problem not-allowed, invalid, conflict when it ended meanwhile or other words were put */
export async function answerDecision(app: App, viewer: Viewer, input: z.output<typeof decisionReply>): Promise<Decision> {
  const { id, version, answer, because } = input;
  const row = await foundDecision(app.db, id);
  allowing('decision.answer', await initiativeFacts(app.db, viewer, row.initiativeId, { ended: row.outcome !== null }));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    if (!(await store.holdOpen(tx, id, version))) {
      throw new Problem('conflict', (await foundDecision(tx, id)).outcome === null ? 'decisions.other-words' : 'decisions.ended-meanwhile');
    }
    const { said, words } = await foundDecision(tx, id);
    const before = said.findLast((one) => one.personId === personId);
    if (before?.version === version && before.answer === answer && before.because === because) return;
    await store.addSaid(tx, { id: app.newId(), decisionId: id, version, personId, answer, because, createdAt: app.clock.now() });
    const quote = because === '' ? {} : { words: because };
    const tells: Tell[] = [
      {
        personId: words.putBy,
        why: answer === 'consent' ? 'other' : 'answer',
        what: `decision.${answer}`,
        address: whereOnBoard(row.initiativeId),
        ...quote,
      },
    ];
    await moved(app, tx, { what: 'decision.answered', row, title: words.title, personId, tells });
  });
  return oneDecision(app, viewer, id);
}

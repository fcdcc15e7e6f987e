/** What people of the demo decided together: put to everybody, answered by each, and how it ended. */
import { proposalHash } from '#shared/features/decisions/proposal.ts';
import { elementRow } from '../boards/store.ts';
import { answerDecision } from '../features/decisions/answer.ts';
import { closeDecision } from '../features/decisions/close.ts';
import { putDecision } from '../features/decisions/put.ts';
import { reasonsIn } from '../features/decisions/store.ts';
import type { Act } from './act.ts';
import type { DemoInitiative } from './content/shape.ts';
import type { As } from './people.ts';
import type { Seeding } from './seeding.ts';

export function decisionActs({ app, dayIn }: Seeding, { id, proposals }: DemoInitiative, as: As): Act[] {
  return proposals.flatMap(({ id: decisionId, elementId, by, byWhenInDays, daysAgo, answers, end }) => {
    const put = async () => {
      const card = await elementRow(app.db, id, elementId);
      const wordsHash = proposalHash({ title: card?.title ?? '', reasons: reasonsIn(card?.fields ?? null) });
      return putDecision(app, as(by), { id, decisionId, elementId, wordsHash, byWhen: dayIn(byWhenInDays) });
    };
    const acts: Act[] = [
      { daysAgo, run: put },
      ...answers.map(({ by: who, answer, because, daysAgo: saidAgo }) => ({
        daysAgo: saidAgo,
        run: () => answerDecision(app, as(who), { id: decisionId, version: 1, answer, because }),
      })),
    ];
    if (end === null) return acts;
    const { by: who, outcome, why } = end;
    return [...acts, { daysAgo: end.daysAgo, run: () => closeDecision(app, as(who), { id: decisionId, version: 1, outcome, why }) }];
  });
}

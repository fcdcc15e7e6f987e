/** Proposals: put, put again, answered, ended. */
import { addDecision } from '#server/features/decisions/store.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aDecisionCard, aProposal, hashOfCard } from '#tests/helpers/a-proposal.ts';
import type { Cell, Matrix } from './frame.ts';

export const decisionsMatrix: Matrix = {
  'decisions.list': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.decisions.list({ id: c.here }) },
  'decisions.put': {
    who: 'decision.put',
    inside: true,
    try: async (c) => {
      const elementId = await aDecisionCard(c.app.db, c.here);
      return () => c.who.call.decisions.put({ id: c.here, decisionId: newId(), elementId, wordsHash: hashOfCard, byWhen: nextWeek(c) });
    },
  },
  'decisions.putAgain': {
    who: 'decision.put-again',
    inside: true,
    try: async (c) => {
      const id = await anOpenOne(c);
      return () => c.who.call.decisions.putAgain({ id, version: 1, wordsHash: hashOfCard, byWhen: nextWeek(c) });
    },
  },
  'decisions.answer': {
    who: 'decision.answer',
    inside: true,
    try: async (c) => {
      const id = await anOpenOne(c);
      return () => c.who.call.decisions.answer({ id, version: 1, answer: 'objection', because: 'Nights stay alone' });
    },
  },
  'decisions.close': {
    who: 'decision.close',
    inside: true,
    try: async (c) => {
      const id = await anOpenOne(c);
      return () => c.who.call.decisions.close({ id, version: 1, outcome: 'withdrawn', why: 'We found another way' });
    },
  },
};

/** An open proposal, put with other words than the card has now. */
async function anOpenOne({ app, here, ruth }: Cell): Promise<string> {
  const elementId = await aDecisionCard(app.db, here);
  const { row, words } = aProposal({ initiativeId: here, elementId, putBy: ruth.personId, title: 'Other words', at: app.clock.now() });
  await app.db.transact((tx) => addDecision(tx, row, words));
  return row.id;
}

function nextWeek({ app }: Cell): string {
  return new Date(app.clock.now().getTime() + 7 * dayMs).toISOString().slice(0, 10);
}

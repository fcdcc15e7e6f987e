/** A decision card and a proposal written straight into the rows, for tests of what happens to one. */
import type { Db } from '#server/db/db.ts';
import type { DecisionRow, WordingRow } from '#server/features/decisions/store.ts';
import { proposalHash, type ProposalWords } from '#shared/features/decisions/proposal.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker } from './an-initiative.ts';

export const cardWords: ProposalWords = { title: 'We start with one ward, not three', reasons: 'One team has time this month.' };
export const hashOfCard = proposalHash(cardWords);

/** A card that says `cardWords`, as the projection keeps it. @returns its id */
export function aDecisionCard(db: Db, initiativeId: string, words: ProposalWords = cardWords): Promise<string> {
  return aBlocker(db, initiativeId, { kind: 'decision', state: 'proposed', title: words.title, fields: { reasons: words.reasons } });
}

export interface GivenProposal extends Partial<ProposalWords> {
  readonly initiativeId: string;
  readonly elementId: string;
  readonly putBy: string;
  readonly at: Date;
}

/** An open proposal with its first wording, as the rows of one that was just put. */
export function aProposal({ initiativeId, elementId, putBy, at, ...words }: GivenProposal): { row: DecisionRow; words: WordingRow } {
  const id = newId();
  const said = { ...cardWords, ...words };
  const open = { outcome: null, outcomeWhy: '', decidedBy: null, decidedAt: null, asked: null, dayTold: null };
  return {
    row: { id, initiativeId, elementId, openElementId: elementId, version: 1, createdAt: at, ...open },
    words: { decisionId: id, version: 1, ...said, wordsHash: proposalHash(said), byWhen: '2027-03-08', putBy, createdAt: at },
  };
}

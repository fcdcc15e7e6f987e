/** A co-owner puts the proposal of a decision card to everybody who writes on the board; and puts it again when its words have changed. */
import type { z } from 'zod';
import type { Decision, decisionPut, decisionPutAgain } from '#shared/features/decisions/model.ts';
import { type ProposalWords, proposalHash } from '#shared/features/decisions/proposal.ts';
import { hasPassed } from '#shared/lib/days.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { Tell } from '../../activity/record.ts';
import { markCard } from '../../boards/mark-card.ts';
import { elementRow } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { writersWithAccount } from '../../seats/store.ts';
import { moved, whereOnBoard } from './moved.ts';
import { foundDecision, oneDecision } from './read.ts';
import * as store from './store.ts';

/** Putting the same again answers the same. @throws Problem invalid, gone, conflict when its words moved meanwhile or it is open already */
export async function putDecision(app: App, viewer: Viewer, input: z.output<typeof decisionPut>): Promise<Decision> {
  const { id: initiativeId, decisionId: id, elementId, wordsHash, byWhen } = input;
  allowing('decision.put', await initiativeFacts(app.db, viewer, initiativeId));
  const putBy = personOf(viewer);
  await app.db.transact(async (tx) => {
    const before = await store.decisionById(tx, id);
    if (before === null && (await addPut(app, tx, { id, initiativeId, elementId }, { wordsHash, byWhen, putBy }))) return;
    const kept = before ?? (await store.decisionById(tx, id));
    if (kept === null) throw new Problem('conflict', 'decisions.open-already');
    const first = [...kept.earlier, kept.words].find((one) => one.version === 1);
    if (first?.putBy !== putBy || kept.elementId !== elementId || kept.initiativeId !== initiativeId)
      throw new Problem('conflict', 'decisions.id-taken');
  });
  await markCard(app, putBy, { initiativeId, elementId, from: 'decided', to: 'looking-again' });
  return oneDecision(app, viewer, id);
}

/** Changed words are put, and everybody is asked anew. @throws Problem not-allowed, invalid, conflict when they are the same words, or it moved on meanwhile */
export async function putDecisionAgain(app: App, viewer: Viewer, input: z.output<typeof decisionPutAgain>): Promise<Decision> {
  const { id, version, wordsHash, byWhen } = input;
  const row = await foundDecision(app.db, id);
  allowing('decision.put-again', await initiativeFacts(app.db, viewer, row.initiativeId, { ended: row.outcome !== null }));
  const putBy = personOf(viewer);
  await app.db.transact(async (tx) => {
    const { words } = await foundDecision(tx, id);
    if (words.version === version + 1 && words.putBy === putBy && words.wordsHash === wordsHash && words.byWhen === byWhen) return;
    if (!(await store.holdOpen(tx, id, version))) throw new Problem('conflict', 'decisions.moved-on');
    if (words.wordsHash === wordsHash) throw new Problem('conflict', 'decisions.same-words');
    const put = await wordsToPut(app, tx, row, { wordsHash, byWhen });
    await store.addWording(tx, { decisionId: id, version: version + 1, ...put, putBy, createdAt: app.clock.now() });
    await moved(app, tx, { what: 'decision.put-again', row, title: put.title, personId: putBy, tells: await askedOf(tx, row.initiativeId, put) });
  });
  return oneDecision(app, viewer, id);
}

type Card = Pick<store.DecisionRow, 'initiativeId' | 'elementId'>;
type Read = Pick<store.WordingRow, 'wordsHash' | 'byWhen'>;

/** @returns false when another request added this id first, or the card has an open proposal */
async function addPut(app: App, tx: Tx, card: Card & { id: string }, { putBy, ...read }: Read & { putBy: string }): Promise<boolean> {
  const put = await wordsToPut(app, tx, card, read);
  const createdAt = app.clock.now();
  const row = { ...card, openElementId: card.elementId, version: 1, createdAt, ...open };
  if (!(await store.addDecision(tx, row, { decisionId: card.id, version: 1, ...put, putBy, createdAt }))) return false;
  await moved(app, tx, { what: 'decision.put', row, title: put.title, personId: putBy, tells: await askedOf(tx, card.initiativeId, put) });
  return true;
}

const open = { outcome: null, outcomeWhy: '', decidedBy: null, decidedAt: null, asked: null, dayTold: null } as const;

/** The words of the card, which must stand on this board and still say what was read. */
async function wordsToPut(app: App, tx: Tx, { initiativeId, elementId }: Card, { wordsHash, byWhen }: Read): Promise<ProposalWords & Read> {
  const element = await elementRow(tx, initiativeId, elementId);
  if (element?.kind !== 'decision') throw badField('elementId', 'decisions.no-such-card');
  if (element.archivedAt !== null) throw new Problem('gone', 'decisions.card-put-away');
  if (element.title.trim() === '') throw badField('elementId', 'decisions.no-words');
  if (hasPassed(byWhen, app.clock.now())) throw badField('byWhen', 'field.past');
  const words = { title: element.title, reasons: store.reasonsIn(element.fields) };
  if (proposalHash(words) !== wordsHash) throw new Problem('conflict', 'decisions.words-moved');
  return { ...words, wordsHash, byWhen };
}

/** Everybody who is asked hears of it at once: their answer is wanted, and there is a day. */
async function askedOf(tx: Tx, initiativeId: string, { title, reasons }: ProposalWords): Promise<Tell[]> {
  const words = reasons === '' ? title : `${title}\n\n${reasons}`;
  return (await writersWithAccount(tx, initiativeId)).map((personId) => ({ personId, why: 'ask', address: whereOnBoard(initiativeId), words }));
}

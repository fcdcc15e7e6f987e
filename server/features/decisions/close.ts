/** A co-owner records how a proposal ended, in the open and with the reasons. It can only say what the answers say. */
import type { z } from 'zod';
import { whyNot } from '#shared/features/decisions/counted.ts';
import type { Decision, decisionClose } from '#shared/features/decisions/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { Tell } from '../../activity/record.ts';
import { markCard } from '../../boards/mark-card.ts';
import type { App } from '../../context.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { writersWithAccount } from '../../seats/store.ts';
import { askingOf } from './asking.ts';
import { moved, whereOnBoard } from './moved.ts';
import { foundDecision, oneDecision } from './read.ts';
import * as store from './store.ts';

type Ending = z.output<typeof decisionClose>;

/** Recording the same again answers the same. @throws Problem not-allowed, conflict when the answers do not say so, or it moved on meanwhile */
export async function closeDecision(app: App, viewer: Viewer, input: Ending): Promise<Decision> {
  const { id, outcome } = input;
  const row = await foundDecision(app.db, id);
  const again = saysTheSame(row, viewer, input);
  allowing('decision.close', await initiativeFacts(app.db, viewer, row.initiativeId, { ended: row.outcome !== null && !again }));
  const personId = personOf(viewer);
  if (!again) await app.db.transact((tx) => end(app, tx, input, personId));
  const { initiativeId, elementId } = row;
  if (outcome === 'goes-ahead' || outcome === 'goes-ahead-with-concerns') {
    for (const from of ['proposed', 'looking-again']) await markCard(app, personId, { initiativeId, elementId, from, to: 'decided' });
  }
  return oneDecision(app, viewer, id);
}

async function end(app: App, tx: Parameters<typeof store.holdOpen>[0], { id, version, outcome, why }: Ending, personId: string): Promise<void> {
  if (!(await store.holdOpen(tx, id, version))) throw new Problem('conflict', 'decisions.moved-on');
  const row = await foundDecision(tx, id);
  const decidedAt = app.clock.now();
  const asked = await writersWithAccount(tx, row.initiativeId);
  const no = whyNot(outcome, askingOf(row, asked, decidedAt));
  if (no !== null) throw new Problem('conflict', no);
  await store.endDecision(tx, id, { outcome, outcomeWhy: why, decidedBy: personId, decidedAt, asked });
  const concerned = new Set([...asked, ...row.said.map((one) => one.personId)]);
  const tells = [...concerned].map((one): Tell => ({ personId: one, why: 'other', address: whereOnBoard(row.initiativeId) }));
  await moved(app, tx, { what: `decision.${outcome}`, row, title: row.words.title, personId, tells });
}

function saysTheSame(row: store.KnownDecision, viewer: Viewer, { outcome, why }: Ending): boolean {
  return row.outcome === outcome && row.outcomeWhy === why && row.decidedBy === viewer.personId;
}

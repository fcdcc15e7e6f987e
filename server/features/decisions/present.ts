/** From rows to what goes out: people as they show, which answers count, and how it could end now. */
import { counts, latestOf, notHeardFrom, possibleOutcomes, whyNotYet } from '#shared/features/decisions/counted.ts';
import type { Decision, DecisionSaid, DecisionWording } from '#shared/features/decisions/model.ts';
import { proposalHash } from '#shared/features/decisions/proposal.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import type { Viewer } from '../../policy/viewer.ts';
import { askingOf, cardMoved } from './asking.ts';
import type { KnownDecision, WordingRow } from './store.ts';

type Cards = ReadonlyMap<string, PersonCard>;

interface Around {
  readonly viewer: Viewer;
  readonly cards: Cards;
  readonly now: Date;
  /** Who writes on the board now, and has an account. */
  readonly writers: readonly string[];
}

export async function presentDecisions(app: App, viewer: Viewer, rows: readonly KnownDecision[], writers: readonly string[]): Promise<Decision[]> {
  const cards = await faces(app.db, [
    ...writers,
    ...rows.flatMap((row) => [row.decidedBy, row.words.putBy, ...row.earlier.map((one) => one.putBy)]),
    ...rows.flatMap((row) => [...row.said.map((one) => one.personId), ...(row.asked ?? [])]),
  ]);
  const around = { viewer, cards, now: app.clock.now(), writers };
  return rows.map((row) => decisionOf(row, around));
}

function decisionOf(row: KnownDecision, around: Around): Decision {
  const { id, initiativeId, elementId, words, earlier, outcome, outcomeWhy, decidedBy, decidedAt } = row;
  const { cards } = around;
  const asking = askingOf(row, around.writers, around.now);
  return {
    id,
    initiativeId,
    elementId,
    words: wordingOf(words, cards),
    earlier: earlier.map((one) => wordingOf(one, cards)),
    wordsHash: words.wordsHash,
    changedSince: cardMoved(row),
    said: saidOf(row, around),
    waitingFor: notHeardFrom(asking).flatMap((personId) => cards.get(personId) ?? []),
    possible: outcome === null ? possibleOutcomes(asking) : [],
    notYet: outcome === null ? whyNotYet(asking) : null,
    outcome,
    outcomeWhy,
    decidedBy: decidedBy === null ? null : labelIn(cards, decidedBy),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

function saidOf(row: KnownDecision, { viewer, cards, writers, now }: Around): DecisionSaid[] {
  const asking = askingOf(row, writers, now);
  const latest = latestOf(row.said);
  const hashNow = row.card === null ? null : proposalHash(row.card);
  const hashes = new Map([row.words, ...row.earlier].map((one) => [one.version, one.wordsHash]));
  return row.said.flatMap((one) => {
    const { id, personId, answer, because, createdAt, version } = one;
    const person = cards.get(personId);
    if (person === undefined) return [];
    const changedSince = hashes.get(version) !== hashNow;
    const counted = latest.includes(one) && counts(asking, one);
    return [{ id, person, answer, because, at: createdAt.toISOString(), version, changedSince, counts: counted, mine: personId === viewer.personId }];
  });
}

function wordingOf({ version, title, reasons, byWhen, putBy, createdAt }: WordingRow, cards: Cards): DecisionWording {
  return { version, title, reasons, byWhen, putBy: labelIn(cards, putBy), at: createdAt.toISOString() };
}

/** From rows to what a board that is taken away says people did: who stood behind it, gave, covered, asked, answered and decided. */
import type { BoardExport } from '#shared/board/export-format.ts';
import { latestOf, counts, notHeardFrom } from '#shared/features/decisions/counted.ts';
import { proposalHash } from '#shared/features/decisions/proposal.ts';
import { standOf } from '#shared/features/rooms/states.ts';
import { daysBetween } from '#shared/lib/clock.ts';
import type { ExportRows } from './store.ts';

export interface Around {
  readonly now: Date;
  /** How a person shows. */
  readonly name: (personId: string) => string;
  /** Who writes on the board and has an account. */
  readonly writers: readonly string[];
  /** The cards as they stand. */
  readonly elements: BoardExport['elements'];
}

type Acts = Pick<BoardExport, 'endorsements' | 'pledges' | 'rooms' | 'asks' | 'decisions'>;

export function actsOf(rows: ExportRows, hashNow: string, around: Around): Acts {
  const { name } = around;
  return {
    endorsements: rows.endorsements.map((row) => ({
      name: name(row.personId),
      office: row.office,
      because: row.reason,
      at: row.createdAt.toISOString(),
      changedSince: row.purposeHash !== hashNow,
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      withdrawnWhy: row.withdrawnWhy,
    })),
    pledges: rows.pledges.map(({ personId, kind, what, until, state, why }) => ({ name: name(personId), kind, what, until, state, why })),
    rooms: rows.rooms.map((row) => roomOf(rows, row, around)),
    asks: rows.asks.map((row) => askOf(rows, row, around)),
    decisions: rows.decisions.flatMap((row) => decisionOf(rows, row, around)),
  };
}

function roomOf(rows: ExportRows, row: ExportRows['rooms'][number], { name, now }: Around): Acts['rooms'][number] {
  const { id, personId, state, askedBy, message, acceptedBy, coveredAt, why, learned } = row;
  const newest = rows.wordings.find((one) => one.roomId === id);
  const words =
    newest === undefined ? null : { what: newest.what, where: newest.where, until: newest.until, safe: newest.safe, callMe: newest.callMe };
  return {
    name: name(personId),
    stand: standOf({ state, until: words?.until ?? null, covered: coveredAt !== null }, now),
    askedBy: askedBy === null ? null : name(askedBy),
    message,
    words,
    acceptedBy: acceptedBy === null ? null : name(acceptedBy),
    why,
    learned,
    tests: rows.covered.filter((one) => one.roomId === id).map((one) => one.elementId),
  };
}

function askOf(rows: ExportRows, row: ExportRows['asks'][number], { name, now }: Around): Acts['asks'][number] {
  const { id, elementId, personId, askedBy, message, createdAt, withdrawnAt, answer, answerLine, by, office, answeredAt } = row;
  return {
    elementId,
    name: name(personId),
    askedBy: name(askedBy),
    message,
    at: createdAt.toISOString(),
    takenBackAt: withdrawnAt?.toISOString() ?? null,
    waitingDays: answer === null && withdrawnAt === null ? daysBetween(createdAt, now) : null,
    answer,
    answerLine,
    by,
    office,
    answeredAt: answeredAt?.toISOString() ?? null,
    trail: rows.steps
      .filter((step) => step.askId === id)
      .map((step) => ({
        name: name(step.personId),
        at: step.at.toISOString(),
        what: step.what,
        to: step.toPersonId === null ? null : name(step.toPersonId),
        answer: step.answer,
        line: step.line,
      })),
    possible: rows.possible
      .filter((one) => one.askId === id)
      .map((one) => ({ name: name(one.personId), at: one.createdAt.toISOString(), line: one.line })),
  };
}

function decisionOf(rows: ExportRows, row: ExportRows['decisions'][number], { name, writers, elements }: Around): Acts['decisions'] {
  const { id, elementId, version, outcome, outcomeWhy, decidedBy, decidedAt } = row;
  const words = rows.proposals.find((one) => one.decisionId === id);
  if (words === undefined) return [];
  const said = rows.said.filter((one) => one.decisionId === id);
  const latest = latestOf(said);
  const asking = { version, asked: row.asked ?? writers, said };
  const card = elements.find((one) => one.id === elementId);
  const now = card?.kind === 'decision' ? card.values : null;
  return [
    {
      elementId,
      title: words.title,
      reasons: words.reasons,
      changedSince: now === null || proposalHash(now) !== words.wordsHash,
      putBy: name(words.putBy),
      at: words.createdAt.toISOString(),
      byWhen: words.byWhen,
      said: said.map((one) => ({
        name: name(one.personId),
        at: one.createdAt.toISOString(),
        answer: one.answer,
        because: one.because,
        counts: latest.includes(one) && counts(asking, one),
      })),
      notHeardFrom: notHeardFrom(asking).map(name),
      outcome,
      why: outcomeWhy,
      decidedBy: decidedBy === null ? null : name(decidedBy),
      decidedAt: decidedAt?.toISOString() ?? null,
    },
  ];
}

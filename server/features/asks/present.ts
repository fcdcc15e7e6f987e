/** From rows to what goes out: people as they show, the clock, the trail, the blocker as it reads now. */
import { levelAbove } from '#shared/features/asks/answers.ts';
import type { Ask, AskStep } from '#shared/features/asks/model.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import { daysBetween } from '#shared/lib/clock.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import type { Viewer } from '../../policy/viewer.ts';
import { possibleOf } from './possible/store.ts';
import type { KnownAsk } from './store.ts';
import { titleOf } from './title.ts';
import { type StepRow, stepsOf } from './trail/store.ts';

type Cards = ReadonlyMap<string, PersonCard>;

export async function presentAsks(app: App, viewer: Viewer, rows: readonly KnownAsk[]): Promise<Ask[]> {
  const ids = rows.map((row) => row.id);
  const [trails, entries] = [await stepsOf(app.db, ids), await possibleOf(app.db, ids)];
  const cards = await faces(app.db, [
    ...rows.flatMap((row) => [row.personId, row.askedBy, row.stepTo, row.stepBy]),
    ...[...entries.values()].flat().map((entry) => entry.personId),
    ...[...trails.values()].flat().flatMap((step) => [step.personId, step.toPersonId]),
  ]);
  const now = app.clock.now();
  return rows.flatMap((row) => {
    const person = cards.get(row.personId);
    if (person === undefined) return [];
    const trail = (trails.get(row.id) ?? []).map((step) => stepOf(cards, step));
    const possible = (entries.get(row.id) ?? []).map(({ id, personId, line, createdAt }) => ({
      id,
      who: labelIn(cards, personId),
      line,
      at: createdAt.toISOString(),
    }));
    return [{ ...askOf(viewer, row, cards), person, trail, possible, waitingDays: turnOf(row) === null ? null : daysBetween(row.createdAt, now) }];
  });
}

function askOf(viewer: Viewer, row: KnownAsk, cards: Cards): Omit<Ask, 'person' | 'trail' | 'possible' | 'waitingDays'> {
  const { id, initiativeId, title, elementId, level, message, answer, answerLine, by, office } = row;
  return {
    id,
    initiative: { id: initiativeId, title },
    elementId,
    blocker: titleOf(row.blocker),
    level,
    askedBy: labelIn(cards, row.askedBy),
    message,
    at: row.createdAt.toISOString(),
    waitsFor: turnOf(row),
    turnSince: (row.turnSince ?? row.createdAt).toISOString(),
    answer,
    answerLine,
    by,
    office,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    pendingStep: pendingOf(row, cards),
    toMe: row.personId === viewer.personId,
  };
}

/** Whose turn it is; null once it is settled. */
function turnOf({ answer, withdrawnAt }: KnownAsk): Ask['waitsFor'] {
  if (withdrawnAt !== null) return null;
  if (answer === null) return 'person';
  return answer === 'tell-more' ? 'team' : null;
}

function pendingOf({ level, stepTo, stepBy, stepReason, stepDueAt }: KnownAsk, cards: Cards): Ask['pendingStep'] {
  if (stepTo === null || stepDueAt === null) return null;
  const there = levelAbove(level) ?? level;
  return { to: labelIn(cards, stepTo), by: labelIn(cards, stepBy), reason: stepReason ?? '', level: there, dueAt: stepDueAt.toISOString() };
}

function stepOf(cards: Cards, { id, what, at, personId, toPersonId, answer, line, by, office, level }: StepRow): AskStep {
  const people = { who: labelIn(cards, personId), to: toPersonId === null ? null : labelIn(cards, toPersonId) };
  return { id, what, at: at.toISOString(), ...people, answer, line, by, office, level };
}

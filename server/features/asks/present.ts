/** From rows to what goes out: people as they show, the clock, the blocker as it reads now. */
import type { Ask } from '#shared/features/asks/model.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import { daysBetween } from '#shared/lib/clock.ts';
import { say } from '#shared/words/say.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import type { Viewer } from '../../policy/viewer.ts';
import type { KnownAsk } from './store.ts';

export async function presentAsks(app: App, viewer: Viewer, rows: readonly KnownAsk[]): Promise<Ask[]> {
  const cards = await faces(
    app.db,
    rows.flatMap((row) => [row.personId, row.askedBy]),
  );
  const now = app.clock.now();
  return rows.flatMap((row) => {
    const person = cards.get(row.personId);
    return person === undefined ? [] : [askOf(viewer, row, { person, askedBy: labelIn(cards, row.askedBy), now })];
  });
}

function askOf(viewer: Viewer, row: KnownAsk, { person, askedBy, now }: { person: PersonCard; askedBy: string; now: Date }): Ask {
  const { id, initiativeId, title, elementId, message, answer, answerLine, by } = row;
  const waits = row.answer === null && row.withdrawnAt === null;
  return {
    id,
    initiative: { id: initiativeId, title },
    elementId,
    blocker: row.blocker === '' ? say('kinds.untitled') : row.blocker,
    person,
    askedBy,
    message,
    at: row.createdAt.toISOString(),
    waitingDays: waits ? daysBetween(row.createdAt, now) : null,
    answer,
    answerLine,
    by,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    toMe: row.personId === viewer.personId,
  };
}

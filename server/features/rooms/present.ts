/** From rows to what goes out: people as they show, the newest wording, how it stands today. */
import type { PersonCard } from '#shared/features/people/model.ts';
import type { Room, RoomWords } from '#shared/features/rooms/model.ts';
import { type RoomFacts, standOf } from '#shared/features/rooms/states.ts';
import { say } from '#shared/words/say.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import type { Viewer } from '../../policy/viewer.ts';
import type { KnownRoom, WordsRow } from './store.ts';

export async function presentRooms(app: App, viewer: Viewer, rows: readonly KnownRoom[]): Promise<Room[]> {
  const cards = await faces(
    app.db,
    rows.flatMap((row) => [row.personId, row.askedBy, row.acceptedBy, row.learnedBy]),
  );
  const now = app.clock.now();
  return rows.flatMap((row) => {
    const person = cards.get(row.personId);
    return person === undefined ? [] : [roomOf(viewer, row, { person, cards, now })];
  });
}

/** What decides how a room stands. */
export function factsOf(row: KnownRoom): RoomFacts {
  return { state: row.state, until: row.wordings[0]?.until ?? null, covered: row.coveredAt !== null };
}

interface Beside {
  readonly person: PersonCard;
  readonly cards: ReadonlyMap<string, PersonCard>;
  readonly now: Date;
}

function roomOf(viewer: Viewer, row: KnownRoom, { person, cards, now }: Beside): Room {
  const { id, initiativeId, title, state, version, why } = row;
  const [current, ...earlier] = row.wordings;
  return {
    id,
    initiative: { id: initiativeId, title },
    person,
    state,
    stand: standOf(factsOf(row), now),
    words: current === undefined ? null : wordsOf(current),
    version,
    earlier: earlier.map((one) => ({ ...wordsOf(one), at: one.createdAt.toISOString() })),
    asked: row.askedBy === null ? null : { by: labelIn(cards, row.askedBy), message: row.message, at: row.createdAt.toISOString() },
    offeredAt: current?.createdAt.toISOString() ?? null,
    acceptedBy: row.acceptedBy === null ? null : labelIn(cards, row.acceptedBy),
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    covered: row.coveredAt !== null,
    closedAt: row.closedAt?.toISOString() ?? null,
    why,
    learned: learnedOf(viewer, row, cards),
    tests: row.tests.map((one) => ({ elementId: one.elementId, title: one.title === '' ? say('kinds.untitled') : one.title })),
    mine: row.personId === viewer.personId,
  };
}

function learnedOf(viewer: Viewer, row: KnownRoom, cards: Beside['cards']): Room['learned'] {
  if (row.learnedBy === null || row.learnedAt === null) return null;
  return { text: row.learned, by: labelIn(cards, row.learnedBy), at: row.learnedAt.toISOString(), mine: row.learnedBy === viewer.personId };
}

export function wordsOf({ what, where, until, safe, callMe }: WordsRow): RoomWords {
  return { what, where, until, safe, callMe };
}

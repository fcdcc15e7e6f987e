/** From rows to what goes out: people as they show, and each joined blocker as its card reads now. */
import type { SystemAsk } from '#shared/features/system-asks/model.ts';
import type { Seat } from '#shared/policy/facts.ts';
import { say } from '#shared/words/say.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import type { Viewer } from '../../policy/viewer.ts';
import { highestSeat } from '../../seats/store.ts';
import * as store from './store.ts';

type Faces = Awaited<ReturnType<typeof faces>>;

export async function presentSystemAsks(app: App, viewer: Viewer, rows: readonly store.SystemAskRow[]): Promise<SystemAsk[]> {
  const joined = await store.joinedIn(
    app.db,
    rows.map((row) => row.id),
  );
  const cards = await faces(app.db, [...rows.flatMap((row) => [row.raisedBy, row.sponsorId]), ...joined.map((one) => one.joinedBy)]);
  const seats = viewer.personId === null ? new Map<string, Seat>() : await store.seatsOf(app.db, viewer.personId);
  return rows.map((row) =>
    systemAskOf(
      viewer,
      row,
      joined.filter((one) => one.systemAskId === row.id),
      { cards, seats },
    ),
  );
}

interface Around {
  readonly cards: Faces;
  readonly seats: ReadonlyMap<string, Seat>;
}

function systemAskOf(viewer: Viewer, row: store.SystemAskRow, joined: readonly store.KnownJoined[], { cards, seats }: Around): SystemAsk {
  const { id, cause, kind, forum, heardOn, answer, answerLine, next } = row;
  return {
    id,
    cause,
    kind,
    raisedBy: labelIn(cards, row.raisedBy),
    at: row.createdAt.toISOString(),
    forum,
    heardOn,
    sponsor: row.sponsorId === null ? null : (cards.get(row.sponsorId) ?? null),
    sponsoredAt: row.sponsoredAt?.toISOString() ?? null,
    answer,
    answerLine,
    next,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    blockers: joined.map((one) => joinedOf(one, { cards, seats })),
    toMe: row.sponsorId !== null && row.sponsorId === viewer.personId,
    mySeat: highestSeat(joined.flatMap((one) => seats.get(one.initiativeId) ?? [])),
  };
}

function joinedOf(one: store.KnownJoined, { cards, seats }: Around): SystemAsk['blockers'][number] {
  const { initiativeId, initiative, elementId, state, story, waitCost, tried } = one;
  return {
    initiative: { id: initiativeId, title: initiative },
    elementId,
    title: titleOf(one.title),
    state,
    story,
    waitCost,
    tried,
    joinedBy: labelIn(cards, one.joinedBy),
    at: one.joinedAt.toISOString(),
    mySeat: seats.get(initiativeId) ?? null,
  };
}

export function titleOf(title: string): string {
  return title.trim() === '' ? say('kinds.untitled') : title;
}

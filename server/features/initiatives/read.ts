/** Initiatives as they are shown: cards, and the head of a board. */
import type { Initiative, InitiativeCard, InitiativeState } from '#shared/features/initiatives/model.ts';
import { perspective } from '#shared/features/people/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import type { Reader } from '../../db/db.ts';
import { faces } from '../../faces/store.ts';
import { allowing, initiativeFacts, placeFacts, type Viewer } from '../../policy/viewer.ts';
import * as store from './store.ts';

/** Initiatives, those that moved last first; `mine` keeps those where the viewer has a seat. */
export async function listInitiatives(
  app: App,
  viewer: Viewer,
  { state, mine }: { state?: InitiativeState | undefined; mine: boolean },
): Promise<{ items: InitiativeCard[] }> {
  allowing('initiative.read', await placeFacts(app.db, viewer));
  if (mine && viewer.personId === null) return { items: [] };
  const rows = await store.listInitiatives(app.db, { state, withPerson: mine && viewer.personId !== null ? viewer.personId : undefined });
  const counts = await store.countsOf(
    app.db,
    rows.map((row) => row.id),
  );
  return { items: rows.map((row) => cardOf(row, counts.get(row.id))) };
}

/** The head of one initiative. @throws Problem not-found */
export async function readInitiative(app: App, viewer: Viewer, id: string): Promise<Initiative> {
  const facts = await initiativeFacts(app.db, viewer, id);
  allowing('initiative.read', facts);
  const row = await store.initiativeRow(app.db, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  const [counts, team, beganWith] = await Promise.all([store.countsOf(app.db, [id]), teamFor(app.db, id, viewer), store.sparksOf(app.db, id)]);
  const groups = await store.groupsOf(
    app.db,
    team.map((one) => one.person.id),
  );
  const seats = perspective.options.map((one) => ({
    perspective: one,
    people: team.filter((member) => member.perspectives.includes(one)).map((member) => member.person),
  }));
  return {
    ...cardOf(row, counts.get(id)),
    purposeHash: row.purposeHash,
    beganWith,
    team,
    seats,
    groups,
    mySeat: facts.seat,
    otherCoOwners: facts.otherCoOwners,
  };
}

async function teamFor(reader: Reader, id: string, viewer: Viewer): Promise<Initiative['team']> {
  const rows = await store.teamOf(reader, id);
  const cards = await faces(
    reader,
    rows.map((row) => row.personId),
  );
  return rows.flatMap(({ personId, seat, perspectives, joinedAt }) => {
    const person = cards.get(personId);
    return person === undefined
      ? []
      : [{ person, seat, perspectives: [...perspectives], joinedAt: joinedAt.toISOString(), mine: personId === viewer.personId }];
  });
}

function cardOf(row: store.InitiativeRow, counted: store.Counted | undefined): InitiativeCard {
  const { id, title, purpose, forWhom, state, label } = row;
  return {
    id,
    title,
    purpose,
    forWhom,
    state,
    label,
    siteIds: [...(counted?.siteIds ?? [])],
    members: counted?.members ?? 0,
    perspectives: perspective.options.filter((one) => counted?.perspectives.has(one)),
    sponsors: counted?.sponsors ?? 0,
    openBlockers: counted?.openBlockers ?? 0,
    litAt: row.litAt.toISOString(),
    movedAt: row.movedAt.toISOString(),
  };
}

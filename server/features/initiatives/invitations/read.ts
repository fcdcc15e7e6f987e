/** Invitations as they are shown to those who made them and to those they are put to. */
import type { Invitation, SaidYes } from '#shared/features/initiatives/model.ts';
import { say } from '#shared/words/say.ts';
import type { App } from '../../../context.ts';
import type { Reader } from '../../../db/db.ts';
import { faces, labelIn } from '../../../faces/store.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../../policy/viewer.ts';
import { initiativeRows } from '../store.ts';
import { dayOf } from './rest.ts';
import { cameBackTo, invitationsOf, invitationsTo, type InvitationRow, saidYesTo, thingsOf } from './store.ts';

/** Invitations of an initiative, for those who may invite. */
export async function listInvitations(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: Invitation[] }> {
  allowing('initiative.invite', await initiativeFacts(app.db, viewer, initiativeId));
  return { items: await shown(app.db, viewer, await invitationsOf(app.db, initiativeId)) };
}

/** Invitations put to the viewer. @throws Problem not-signed-in */
export async function listMyInvitations(app: App, viewer: Viewer): Promise<{ items: Invitation[] }> {
  return { items: await shown(app.db, viewer, await invitationsTo(app.db, personOf(viewer))) };
}

/** What the viewer invited others to, and may ask again now: the day they named has passed. @throws Problem not-signed-in */
export async function listCameBack(app: App, viewer: Viewer): Promise<{ items: Invitation[] }> {
  return { items: await shown(app.db, viewer, await cameBackTo(app.db, personOf(viewer), dayOf(app.clock.now()))) };
}

/** Who said yes to which card of the board, for everybody who may read it. */
export async function listSaidYes(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: SaidYes[] }> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  const rows = await saidYesTo(app.db, initiativeId);
  const cards = await faces(
    app.db,
    rows.map((row) => row.personId),
  );
  return {
    items: rows.flatMap(({ id, elementId, personId }) => {
      const person = cards.get(personId);
      return person === undefined || elementId === null ? [] : [{ invitationId: id, elementId, person, mine: personId === viewer.personId }];
    }),
  };
}

/** These rows as the viewer sees them. */
export async function shown(reader: Reader, viewer: Viewer, rows: readonly InvitationRow[]): Promise<Invitation[]> {
  const [cards, initiatives, things] = await Promise.all([
    faces(
      reader,
      rows.flatMap((row) => [row.personId, row.invitedBy]),
    ),
    initiativeRows(
      reader,
      rows.map((row) => row.initiativeId),
    ),
    thingsOf(reader, rows),
  ]);
  return rows.flatMap((row) => {
    const about = initiatives.get(row.initiativeId);
    if (about === undefined) return [];
    const { id, title, purpose } = about;
    const person = cards.get(row.personId) ?? { id: row.personId, label: say('people.somebody'), group: null, title: null };
    return [
      {
        ...plain(row),
        initiative: { id, title, purpose },
        ...thingIn(things, row),
        person,
        invitedBy: labelIn(cards, row.invitedBy),
        toMe: row.personId === viewer.personId,
        mine: row.invitedBy === viewer.personId,
      },
    ];
  });
}

/** The card as it reads now, or the system ask; a card that is gone has no title of its own any more. */
function thingIn(
  things: Awaited<ReturnType<typeof thingsOf>>,
  { initiativeId, about, elementId, systemAskId }: InvitationRow,
): Pick<Invitation, 'about' | 'card' | 'systemAsk'> {
  const card = elementId === null ? null : things.cards.get(`${initiativeId}/${elementId}`);
  const cause = systemAskId === null ? undefined : things.causes.get(systemAskId);
  return {
    about,
    card:
      elementId === null
        ? null
        : {
            id: elementId,
            kind: card?.kind ?? '',
            title: card === undefined || card === null || card.title.trim() === '' ? say('kinds.untitled') : card.title,
          },
    systemAsk: systemAskId === null ? null : { id: systemAskId, cause: cause ?? '' },
  };
}

function plain({ id, seat, perspective, line, createdAt, answer, answerLine, askAfter, answeredAt, withdrawnAt }: InvitationRow) {
  return {
    id,
    seat,
    perspective,
    line,
    at: createdAt.toISOString(),
    answer,
    answerLine,
    askAfter,
    answeredAt: answeredAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

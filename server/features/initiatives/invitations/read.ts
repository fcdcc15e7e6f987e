/** Invitations as they are shown to those who made them and to those they are put to. */
import type { Invitation } from '#shared/features/initiatives/model.ts';
import { say } from '#shared/words/say.ts';
import type { App } from '../../../context.ts';
import type { Reader } from '../../../db/db.ts';
import { faces, labelIn } from '../../../faces/store.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../../policy/viewer.ts';
import { initiativeRows } from '../store.ts';
import { invitationsOf, invitationsTo, type InvitationRow } from './store.ts';

/** Invitations of an initiative, for those who may invite. */
export async function listInvitations(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: Invitation[] }> {
  allowing('initiative.invite', await initiativeFacts(app.db, viewer, initiativeId));
  return { items: await shown(app.db, viewer, await invitationsOf(app.db, initiativeId)) };
}

/** Invitations put to the viewer. @throws Problem not-signed-in */
export async function listMyInvitations(app: App, viewer: Viewer): Promise<{ items: Invitation[] }> {
  return { items: await shown(app.db, viewer, await invitationsTo(app.db, personOf(viewer))) };
}

/** These rows as the viewer sees them. */
export async function shown(reader: Reader, viewer: Viewer, rows: readonly InvitationRow[]): Promise<Invitation[]> {
  const [cards, initiatives] = await Promise.all([
    faces(
      reader,
      rows.flatMap((row) => [row.personId, row.invitedBy]),
    ),
    initiativeRows(
      reader,
      rows.map((row) => row.initiativeId),
    ),
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
        person,
        invitedBy: labelIn(cards, row.invitedBy),
        toMe: row.personId === viewer.personId,
        mine: row.invitedBy === viewer.personId,
      },
    ];
  });
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

/** Inviting, never assigning: yes, not now, not me, ask me after. */
import type { Invitation, InvitationReply, InvitationRequest } from '#shared/features/initiatives/model.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { Seat } from '#shared/policy/facts.ts';
import { record } from '../../../activity/record.ts';
import type { App } from '../../../context.ts';
import type { Tx } from '../../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../../policy/viewer.ts';
import { sitDown } from '../../../seats/sit-down.ts';
import { lowerSeat, seatsUpTo } from '../../../seats/store.ts';
import { peopleAmong } from '../light/store.ts';
import { holdInitiative, teamOf } from '../store.ts';
import { shown } from './read.ts';
import { dayOf, letRest } from './rest.ts';
import * as store from './store.ts';

/** Invites one person; the same invitation sent twice is made once. @throws Problem conflict when they are in, are asked already, or asked for rest */
export async function invite(app: App, viewer: Viewer, request: InvitationRequest & { id: string }): Promise<Invitation> {
  const { id: initiativeId, invitationId, personId, seat, perspective, line } = request;
  const facts = await initiativeFacts(app.db, viewer, initiativeId);
  allowing('initiative.invite', facts);
  if (seat === 'co-owner') allowing('initiative.change', facts);
  const invitedBy = personOf(viewer);
  const createdAt = app.clock.now();
  await app.db.transact(async (tx) => {
    await holdInitiative(tx, initiativeId);
    const sent = await store.invitationRow(tx, invitationId);
    if (sent !== null) return sameOrConflict(sent, request, invitedBy);
    await mayBeInvited(tx, request, createdAt);
    await store.addInvitations(tx, [{ id: invitationId, initiativeId, personId, invitedBy, seat, perspective, line, createdAt }]);
    await record(app, tx, {
      what: 'invitation.made',
      thing: invitationId,
      initiativeId,
      personId: invitedBy,
      values: { invitationId },
      topics: [`initiative:${initiativeId}/invitations`, `me:${personId}`],
      tells: [{ personId, why: 'invitation', address: '/invitations', ...(line === '' ? {} : { words: line }) }],
    });
  });
  return one(app, viewer, invitationId);
}

/** Answers an invitation put to the viewer, or changes the answer. Yes takes the seat. */
export async function answer(app: App, viewer: Viewer, reply: InvitationReply): Promise<Invitation> {
  const row = await found(app, reply.id);
  const facts = await initiativeFacts(app.db, viewer, row.initiativeId, {
    addressed: row.personId === viewer.personId,
    ended: row.withdrawnAt !== null,
  });
  allowing('invitation.answer', facts);
  const at = app.clock.now();
  if (reply.answer === 'ask-after' && (reply.askAfter ?? '') <= dayOf(at)) throw badField('askAfter', 'field.past');
  if (row.answer === 'yes' && reply.answer !== 'yes' && facts.seat !== null) throw new Problem('conflict', 'initiatives.leave-instead');
  const { initiativeId, personId } = row;
  await app.db.transact(async (tx) => {
    if (!(await store.answerInvitation(tx, reply, at))) throw new Problem('not-allowed', 'why.ended');
    await record(app, tx, {
      what: 'invitation.answered',
      thing: row.id,
      initiativeId,
      personId,
      at,
      values: { invitationId: row.id },
      topics: [`initiative:${initiativeId}/invitations`, `me:${personId}`],
      tells: [{ personId: row.invitedBy, why: 'answer', address: `/initiatives/${initiativeId}` }],
    });
    if (reply.answer !== 'yes') return;
    const perspectives = reply.perspectives.length > 0 || row.perspective === null || facts.seat !== null ? reply.perspectives : [row.perspective];
    await sitDown(app, tx, { initiativeId, personId, seat: seatFor(viewer, row.seat), perspectives, at });
  });
  return one(app, viewer, row.id);
}

/** Takes an invitation back that nobody said yes to. */
export async function withdraw(app: App, viewer: Viewer, id: string): Promise<Invitation> {
  const row = await found(app, id);
  const ended = row.withdrawnAt !== null || row.answer === 'yes';
  allowing('invitation.withdraw', await initiativeFacts(app.db, viewer, row.initiativeId, { own: row.invitedBy === viewer.personId, ended }));
  const { initiativeId } = row;
  await app.db.transact(async (tx) => {
    if (!(await store.withdrawInvitation(tx, id, app.clock.now()))) throw new Problem('not-allowed', 'why.ended');
    await record(app, tx, {
      what: 'invitation.withdrawn',
      thing: id,
      initiativeId,
      personId: viewer.personId,
      topics: [`initiative:${initiativeId}/invitations`, `me:${row.personId}`],
    });
  });
  return one(app, viewer, id);
}

/** A guest can be a member; for more, people must be able to reach them. */
function seatFor(viewer: Viewer, offered: Seat): Seat {
  return viewer.standing === 'guest' ? lowerSeat(offered, 'member') : offered;
}

async function mayBeInvited(tx: Tx, { id: initiativeId, personId, seat }: InvitationRequest & { id: string }, now: Date): Promise<void> {
  const [person] = await peopleAmong(tx, [personId]);
  if (person === undefined) throw badField('personId', 'field.unknown');
  if (person.guest && seat === 'co-owner') throw new Problem('conflict', 'initiatives.guest-no-co-owner');
  const member = (await teamOf(tx, initiativeId)).find((seated) => seated.personId === personId);
  if (member !== undefined && seatsUpTo(member.seat).includes(seat)) throw new Problem('conflict', 'initiatives.in-already');
  letRest(await store.invitationsBetween(tx, initiativeId, personId), now);
}

/** @throws Problem conflict when the id belongs to another invitation */
function sameOrConflict(sent: store.InvitationRow, request: InvitationRequest & { id: string }, by: string): void {
  if (sent.initiativeId !== request.id || sent.personId !== request.personId || sent.invitedBy !== by)
    throw new Problem('conflict', 'problem.conflict');
}

/** @throws Problem not-found */
async function found(app: App, id: string): Promise<store.InvitationRow> {
  const row = await store.invitationRow(app.db, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  return row;
}

async function one(app: App, viewer: Viewer, id: string): Promise<Invitation> {
  const row = await store.invitationRow(app.db, id);
  const [invitation] = row === null ? [] : await shown(app.db, viewer, [row]);
  if (invitation === undefined) throw new Problem('not-found', 'problem.not-found');
  return invitation;
}

/** Inviting, never assigning: yes, not now, not me, ask me after. */
import type { Invitation, InvitationReply, InvitationRequest } from '#shared/features/initiatives/model.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';
import type { NoticeName } from '#shared/words/en/notices.ts';
import { record } from '../../../activity/record.ts';
import type { App } from '../../../context.ts';
import type { Tx } from '../../../db/db.ts';
import { allowing, initiativeFacts, personOf, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { peopleAmong } from '../light/store.ts';
import { holdInitiative } from '../store.ts';
import { mayBeAbout, mayUnsayYes, takeUp, titleOf } from './about.ts';
import { shown } from './read.ts';
import { dayOf, letRest } from './rest.ts';
import * as store from './store.ts';

/** Invites one person; the same invitation sent twice is made once. @throws Problem conflict when they are in, are asked already, or asked for rest */
export async function invite(app: App, viewer: Viewer, request: InvitationRequest & { id: string }): Promise<Invitation> {
  const { id: initiativeId, invitationId, personId, about, elementId, systemAskId, perspective, line } = request;
  const facts = await initiativeFacts(app.db, viewer, initiativeId);
  allowing('initiative.invite', facts);
  const seat = about === 'initiative' ? request.seat : 'member';
  if (seat === 'co-owner') allowing('initiative.change', facts);
  const invitedBy = personOf(viewer);
  if (personId === invitedBy && about !== 'initiative') throw badField('personId', 'initiatives.not-yourself');
  const createdAt = app.clock.now();
  await app.db.transact(async (tx) => {
    await holdInitiative(tx, initiativeId);
    const sent = await store.invitationRow(tx, invitationId);
    if (sent !== null) return sameOrConflict(sent, request, invitedBy);
    const row = { id: invitationId, initiativeId, personId, invitedBy, about, elementId, systemAskId, seat, perspective, line, createdAt };
    await mayBeInvited(tx, row);
    await store.addInvitations(tx, [row]);
    await tellOf(app, tx, { what: madeWhat[about], row, personId: invitedBy });
  });
  return one(app, viewer, invitationId);
}

/** Answers an invitation put to the viewer, or changes the answer. Yes takes up what it is about. */
export async function answer(app: App, viewer: Viewer, reply: InvitationReply): Promise<Invitation> {
  const row = await found(app, reply.id);
  const facts = await initiativeFacts(app.db, viewer, row.initiativeId, {
    addressed: row.personId === viewer.personId,
    ended: row.withdrawnAt !== null,
  });
  allowing('invitation.answer', facts);
  const at = app.clock.now();
  if (reply.answer === 'ask-after' && (reply.askAfter ?? '') <= dayOf(at)) throw badField('askAfter', 'field.past');
  if (row.answer === 'yes' && reply.answer !== 'yes') await mayUnsayYes(app.db, row, facts);
  if (reply.answer === 'yes' && row.about === 'system-ask') allowing('system-ask.sponsor', await placeFacts(app.db, viewer));
  await app.db.transact(async (tx) => {
    if (!(await store.answerInvitation(tx, reply, at))) throw new Problem('not-allowed', 'why.ended');
    const takesCard = row.about === 'card' && reply.answer === 'yes';
    await tellOf(app, tx, { what: takesCard ? 'invitation.said-yes' : 'invitation.answered', row, personId: row.personId });
    if (reply.answer === 'yes') await takeUp(app, tx, { row, facts, perspectives: reply.perspectives, at });
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

const madeWhat = { initiative: 'invitation.made', card: 'invitation.made-to-card', 'system-ask': 'invitation.made-to-system-ask' } as const;

type Made = store.NewInvitation & store.Thing;

interface Telling {
  readonly what: ActivityName & NoticeName;
  readonly row: Made;
  /** Who did it: the one who invites, or the one who answers. */
  readonly personId: string;
}

/** On the board it is told without saying who was invited; the other of the two is told at once. */
async function tellOf(app: App, tx: Tx, { what, row, personId }: Telling): Promise<void> {
  const { initiativeId, elementId } = row;
  const isAnswer = personId === row.personId;
  const values = { invitationId: row.id, ...(row.about === 'initiative' ? {} : { title: await titleOf(tx, row) }) };
  await record(app, tx, {
    what,
    thing: row.id,
    initiativeId,
    personId,
    // An answer that is no yes says nothing about a card.
    ...(elementId === null || what === 'invitation.answered' ? {} : { elementId }),
    values,
    topics: [`initiative:${initiativeId}/invitations`, `me:${row.personId}`, `me:${row.invitedBy}`],
    tells: [
      isAnswer
        ? { personId: row.invitedBy, why: 'answer', address: addressOf(row) }
        : { personId: row.personId, why: 'invitation', address: '/invitations', ...(row.line === '' ? {} : { words: row.line }) },
    ],
  });
}

/** Where the one who invited sees what became of it. */
function addressOf({ initiativeId, systemAskId, about }: Made): string {
  if (systemAskId !== null) return `/system-asks/${systemAskId}`;
  return `/initiatives/${initiativeId}${about === 'initiative' ? '/people' : ''}`;
}

async function mayBeInvited(tx: Tx, row: Made): Promise<void> {
  const [person] = await peopleAmong(tx, [row.personId]);
  if (person === undefined) throw badField('personId', 'field.unknown');
  await mayBeAbout(tx, { ...row, person });
  const earlier = (await store.invitationsBetween(tx, row, row.personId)).map((one) => ({ ...one, sameThing: store.isSameThing(one, row) }));
  if (row.about !== 'initiative' && earlier.some((one) => one.sameThing && one.answer === 'yes' && one.withdrawnAt === null))
    throw new Problem('conflict', 'initiatives.said-yes-already');
  letRest(earlier, row.createdAt);
}

/** @throws Problem conflict when the id belongs to another invitation */
function sameOrConflict(sent: store.InvitationRow, request: InvitationRequest & { id: string }, by: string): void {
  if (
    sent.initiativeId !== request.id ||
    sent.personId !== request.personId ||
    sent.invitedBy !== by ||
    !store.isSameThing(sent, { ...request, initiativeId: request.id })
  )
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

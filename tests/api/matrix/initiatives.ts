import { addInvitations } from '#server/features/initiatives/invitations/store.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Cell, Matrix } from './frame.ts';
import { aSpark } from './sparks.ts';

export const initiativesMatrix: Matrix = {
  'initiatives.list': { who: 'initiative.read', try: (c) => () => c.who.call.initiatives.list({}) },
  'initiatives.read': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.initiatives.read({ id: c.here }) },
  'initiatives.light': {
    who: 'initiative.light',
    try: async (c) => {
      const sparkIds = [await aSpark(c.ruth)];
      const said = { title: 'Chairs', purpose: 'People who wait can sit.', forWhom: 'Who waits', siteIds: [], perspectives: [], inviteIds: [] };
      return () => c.who.call.initiatives.light({ id: newId(), sparkIds, ...said });
    },
  },
  'initiatives.change': { who: 'initiative.change', inside: true, try: (c) => () => c.who.call.initiatives.change({ id: c.here, title: 'Chairs' }) },
  'initiatives.suggestCoOwners': {
    who: 'initiative.light',
    try: async (c) => {
      const id = await aSpark(c.ruth);
      return () => c.who.call.initiatives.suggestCoOwners({ id });
    },
  },
  'initiatives.join': { who: 'initiative.join', inside: true, try: (c) => () => c.who.call.initiatives.join({ id: c.here, perspectives: [] }) },
  'initiatives.leave': { who: 'initiative.leave', inside: true, try: (c) => () => c.who.call.initiatives.leave({ id: c.here }) },
  'initiatives.setPerspectives': {
    who: 'initiative.perspectives',
    inside: true,
    try: (c) => () => c.who.call.initiatives.setPerspectives({ id: c.here, perspectives: ['leading'] }),
  },
  'initiatives.invite': {
    who: 'initiative.invite',
    inside: true,
    try: (c) => () => c.who.call.initiatives.invite({ id: c.here, invitationId: newId(), personId: c.dev.personId, seat: 'member' }),
  },
  'initiatives.invite co-owner': {
    who: 'initiative.change',
    inside: true,
    first: 'initiative.invite',
    try: (c) => () => c.who.call.initiatives.invite({ id: c.here, invitationId: newId(), personId: c.dev.personId, seat: 'co-owner' }),
  },
  'initiatives.invitations': { who: 'initiative.invite', inside: true, try: (c) => () => c.who.call.initiatives.invitations({ id: c.here }) },
  'initiatives.myInvitations': { who: 'signed-in', try: (c) => () => c.who.call.initiatives.myInvitations() },
  'initiatives.saidYes': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.initiatives.saidYes({ id: c.here }) },
  'initiatives.cameBack': { who: 'signed-in', try: (c) => () => c.who.call.initiatives.cameBack() },
  'initiatives.answer': {
    who: 'invitation.answer',
    relations: ['other', 'addressed'],
    inside: true,
    try: async (c) => {
      const id = await anInvitation(c);
      return () => c.who.call.initiatives.answer({ id, answer: 'not-now' });
    },
  },
  'initiatives.withdrawInvitation': {
    who: 'invitation.withdraw',
    relations: ['other', 'own'],
    inside: true,
    try: async (c) => {
      const id = await anInvitation(c);
      return () => c.who.call.initiatives.withdrawInvitation({ id });
    },
  },
};

async function anInvitation({ app, here, owner, asked }: Cell): Promise<string> {
  const id = newId();
  const row = {
    id,
    initiativeId: here,
    personId: asked,
    invitedBy: owner,
    seat: 'member',
    perspective: null,
    line: '',
    createdAt: app.clock.now(),
  } as const;
  await app.db.transact((tx) => addInvitations(tx, [row]));
  return id;
}

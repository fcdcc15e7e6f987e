import { addInvite } from '#server/features/invites/store.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Cell, Matrix } from './frame.ts';

export const invitesMatrix: Matrix = {
  'invites.make': { who: 'invite.make', inside: true, try: (c) => () => c.who.call.invites.make({ initiativeId: c.here }) },
  'invites.make place': { who: 'place.change', try: (c) => () => c.who.call.invites.make({ initiativeId: null }) },
  'invites.list': { who: 'invite.list', inside: true, try: (c) => () => c.who.call.invites.list({ initiativeId: c.here }) },
  'invites.list place': { who: 'place.change', try: (c) => () => c.who.call.invites.list({}) },
  'invites.revoke': {
    who: 'invite.revoke',
    relations: ['other', 'own'],
    inside: true,
    try: async (c) => {
      const id = await anInvite(c);
      return () => c.who.call.invites.revoke({ id });
    },
  },
  'invites.look': {
    who: 'anyone',
    try: async (c) => {
      const { secret } = await c.ruth.call.invites.make({ initiativeId: c.here });
      return () => c.who.call.invites.look({ secret });
    },
  },
  'invites.redeem': {
    who: 'invite.redeem',
    inside: true,
    try: async (c) => {
      const { secret } = await c.ruth.call.invites.make({ initiativeId: c.here });
      return () => c.who.call.invites.redeem({ secret, name: 'Joe' });
    },
  },
};

async function anInvite({ app, here, owner }: Cell): Promise<string> {
  const id = newId();
  const createdAt = app.clock.now();
  const row = {
    id,
    secretHash: newId(),
    initiativeId: here,
    gives: 'member',
    label: '',
    madeBy: owner,
    maxUses: 5,
    uses: 0,
    revokedAt: null,
    createdAt,
  } as const;
  await app.db.transact((tx) => addInvite(tx, { ...row, expiresAt: new Date(createdAt.getTime() + dayMs) }));
  return id;
}

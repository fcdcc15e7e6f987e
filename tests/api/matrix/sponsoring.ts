/** Endorsements and pledges. */
import { putEndorsement } from '#server/features/endorsements/store.ts';
import { addPledge } from '#server/features/pledges/store.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Cell, Matrix } from './frame.ts';

export const sponsoringMatrix: Matrix = {
  'endorsements.list': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.endorsements.list({ id: c.here }) },
  'endorsements.mine': { who: 'signed-in', try: (c) => () => c.who.call.endorsements.mine() },
  'endorsements.endorse': {
    who: 'endorsement.make',
    inside: true,
    try: async (c) => {
      const { purposeHash } = await c.ruth.call.initiatives.read({ id: c.here });
      return () => c.who.call.endorsements.endorse({ id: c.here, office: 'manager', reason: 'It is right', purposeHash });
    },
  },
  'endorsements.withdraw': {
    who: 'endorsement.withdraw',
    relations: ['other', 'own'],
    inside: true,
    try: async (c) => {
      const said = {
        office: 'manager',
        reason: 'x',
        purpose: 'x',
        purposeHash: 'x',
        createdAt: c.app.clock.now(),
        withdrawnAt: null,
        withdrawnWhy: '',
      } as const;
      await c.app.db.transact((tx) => putEndorsement(tx, { initiativeId: c.here, personId: c.owner, ...said }));
      return () => c.who.call.endorsements.withdraw({ id: c.here, why: '' });
    },
  },
  'pledges.list': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.pledges.list({ id: c.here }) },
  'pledges.mine': { who: 'signed-in', try: (c) => () => c.who.call.pledges.mine() },
  'pledges.totals': { who: 'initiative.read', try: (c) => () => c.who.call.pledges.totals() },
  'pledges.give': {
    who: 'pledge.make',
    inside: true,
    try: (c) => () => c.who.call.pledges.give({ id: c.here, pledgeId: newId(), kind: 'time', what: 'An hour', until: null }),
  },
  'pledges.tell': {
    who: 'pledge.update',
    relations: ['other', 'own'],
    inside: true,
    try: async (c) => {
      const id = await aPledge(c, 'given');
      return () => c.who.call.pledges.tell({ id, newsId: newId(), line: 'Half of it', until: null });
    },
  },
  'pledges.finish': {
    who: 'pledge.update',
    relations: ['other', 'own'],
    inside: true,
    try: async (c) => {
      const id = await aPledge(c, 'given');
      return () => c.who.call.pledges.finish({ id, state: 'kept', why: '' });
    },
  },
  'pledges.confirm': {
    who: 'pledge.confirm',
    relations: ['other', 'own'],
    inside: true,
    try: async (c) => {
      const id = await aPledge(c, 'kept');
      return () => c.who.call.pledges.confirm({ id });
    },
  },
};

async function aPledge({ app, here, owner }: Cell, state: 'given' | 'kept'): Promise<string> {
  const id = newId();
  const createdAt = app.clock.now();
  const given = {
    id,
    initiativeId: here,
    personId: owner,
    kind: 'time',
    what: 'An hour',
    until: null,
    why: '',
    createdAt,
    confirmedBy: null,
    confirmedAt: null,
  } as const;
  await app.db.transact((tx) => addPledge(tx, { ...given, state, endedAt: state === 'given' ? null : createdAt }));
  return id;
}

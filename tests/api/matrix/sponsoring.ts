/** Endorsements, pledges and asks. */
import { addAsk } from '#server/features/asks/store.ts';
import { putEndorsement } from '#server/features/endorsements/store.ts';
import { addPledge } from '#server/features/pledges/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
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
  'pledges.give': {
    who: 'pledge.make',
    inside: true,
    try: (c) => () => c.who.call.pledges.give({ id: c.here, pledgeId: newId(), kind: 'time', what: 'An hour', until: null }),
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
  'asks.list': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.asks.list({ id: c.here }) },
  'asks.mine': { who: 'signed-in', try: (c) => () => c.who.call.asks.mine() },
  'asks.put': {
    who: 'ask.make',
    inside: true,
    try: async (c) => {
      const elementId = await aBlocker(c.app.db, c.here);
      return () => c.who.call.asks.put({ id: c.here, askId: newId(), elementId, personId: c.dev.personId, message: 'Could you?' });
    },
  },
  'asks.answer': {
    who: 'ask.answer',
    relations: ['other', 'addressed'],
    inside: true,
    try: async (c) => {
      const id = await anAsk(c);
      return () => c.who.call.asks.answer({ id, answer: 'cannot', line: 'No money' });
    },
  },
  'asks.withdraw': {
    who: 'ask.withdraw',
    inside: true,
    try: async (c) => {
      const id = await anAsk(c);
      return () => c.who.call.asks.withdraw({ id });
    },
  },
  'asks.freed': { who: 'board.read', try: (c) => () => c.who.call.asks.freed({}) },
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

async function anAsk({ app, here, asked, amina }: Cell): Promise<string> {
  const id = newId();
  const elementId = await aBlocker(app.db, here);
  const put = { id, initiativeId: here, elementId, personId: asked, askedBy: amina.personId, message: 'Could you?', createdAt: app.clock.now() };
  await app.db.transact((tx) => addAsk(tx, { ...put, answer: null, answerLine: '', by: null, answeredAt: null, withdrawnAt: null }));
  return id;
}

import { addSystemAsk, putJoined } from '#server/features/system-asks/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import type { Cell, Entry, Matrix } from './frame.ts';

export const systemAsksMatrix: Matrix = {
  'systemAsks.list': { who: 'system-ask.read', try: (c) => () => c.who.call.systemAsks.list({}) },
  'systemAsks.read': { who: 'system-ask.read', inside: true, ...onOne((c, { id }) => c.who.call.systemAsks.read({ id })) },
  'systemAsks.ofInitiative': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.systemAsks.ofInitiative({ id: c.here }) },
  'systemAsks.mine': { who: 'signed-in', try: (c) => () => c.who.call.systemAsks.mine() },
  'systemAsks.myBlockers': { who: 'signed-in', try: (c) => () => c.who.call.systemAsks.myBlockers() },
  'systemAsks.like': {
    who: 'initiative.read',
    inside: true,
    try: async (c) => {
      const elementId = await aBlocker(c.app.db, c.here);
      return () => c.who.call.systemAsks.like({ id: c.here, elementId });
    },
  },
  'systemAsks.raise': {
    who: 'system-ask.raise',
    inside: true,
    try: async (c) => {
      const elementId = await aBlocker(c.app.db, c.here);
      return () => c.who.call.systemAsks.raise({ id: c.here, systemAskId: newId(), elementId, cause: 'Lifts', kind: 'space', story: 'We wait' });
    },
  },
  'systemAsks.join': {
    who: 'system-ask.join',
    inside: true,
    ...onOne(async (c, { id }) => {
      const elementId = await aBlocker(c.app.db, c.here);
      return c.who.call.systemAsks.join({ id, initiativeId: c.here, elementId, story: 'We wait too' });
    }),
  },
  'systemAsks.leave': {
    who: 'system-ask.leave',
    inside: true,
    ...onOne((c, { id, elementId }) => c.who.call.systemAsks.leave({ id, initiativeId: c.here, elementId })),
  },
  'systemAsks.change': {
    who: 'system-ask.change',
    relations: ['other', 'addressed'],
    inside: true,
    ...onOne((c, { id }) => c.who.call.systemAsks.change({ id, forum: 'The board of the trust' })),
  },
  'systemAsks.sponsor': {
    who: 'system-ask.sponsor',
    inside: true,
    try: async (c) => {
      const { id } = await aSystemAsk(c, null);
      return () => c.who.call.systemAsks.sponsor({ id });
    },
  },
  'systemAsks.stepBack': {
    who: 'system-ask.step-back',
    relations: ['other', 'addressed'],
    inside: true,
    ...onOne((c, { id }) => c.who.call.systemAsks.stepBack({ id })),
  },
  'systemAsks.answer': {
    who: 'system-ask.answer',
    relations: ['other', 'addressed'],
    inside: true,
    ...onOne((c, { id }) => c.who.call.systemAsks.answer({ id, answer: 'no', line: 'There is no money' })),
  },
};

interface One {
  readonly id: string;
  readonly elementId: string;
}

function onOne(call: (cell: Cell, one: One) => Promise<unknown>): Pick<Entry, 'try'> {
  return {
    try: async (c) => {
      const one = await aSystemAsk(c, c.asked);
      return () => call(c, one);
    },
  };
}

/** With a blocker of `here` in it, taken by `sponsorId` to where it will be heard. */
async function aSystemAsk({ app, here, ruth }: Cell, sponsorId: string | null): Promise<One> {
  const id = newId();
  const elementId = await aBlocker(app.db, here);
  const at = app.clock.now();
  const raised = { id, cause: 'Lifts', kind: 'space', raisedBy: ruth.personId, createdAt: at, forum: '', heardOn: null } as const;
  const taken = { sponsorId, sponsoredAt: sponsorId === null ? null : at, answer: null, answerLine: '', next: '', answeredAt: null };
  const told = { story: 'We wait', waitCost: '', tried: '', joinedBy: ruth.personId, joinedAt: at };
  await app.db.transact(async (tx) => {
    await addSystemAsk(tx, { ...raised, ...taken });
    await putJoined(tx, { systemAskId: id, initiativeId: here, elementId, ...told });
  });
  return { id, elementId };
}

/** Asks: put, answered, handed to the link of a letter, taken one level up. */
import { addLink } from '#server/features/asks/links/store.ts';
import { hashOf } from '#server/features/asks/links/make-link.ts';
import { addAsk, type AskRow, freshAsk } from '#server/features/asks/store.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import type { Cell, Matrix } from './frame.ts';

export const asksMatrix: Matrix = {
  'asks.list': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.asks.list({ id: c.here }) },
  'asks.mine': { who: 'signed-in', try: (c) => () => c.who.call.asks.mine() },
  'asks.put': {
    who: 'ask.make',
    inside: true,
    try: async (c) => {
      const elementId = await aBlocker(c.app.db, c.here);
      const asks = [{ askId: newId(), personId: c.dev.personId, message: 'Could you?' }];
      return () => c.who.call.asks.put({ id: c.here, elementId, asks });
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
  'asks.tellMore': {
    who: 'ask.tell',
    inside: true,
    try: async (c) => {
      const id = await anAsk(c, { answer: 'tell-more', answerLine: 'How wide?' });
      return () => c.who.call.asks.tellMore({ id, stepId: newId(), line: 'Ninety' });
    },
  },
  'asks.say': {
    who: 'ask.say',
    relations: ['other', 'addressed'],
    inside: true,
    try: async (c) => {
      const id = await anAsk(c);
      return () => c.who.call.asks.say({ id, stepId: newId(), line: 'The one in the east wing' });
    },
  },
  'asks.say where more is asked for': {
    who: 'ask.tell',
    inside: true,
    try: async (c) => {
      const id = await anAsk(c, { answer: 'tell-more', answerLine: 'How wide?' });
      return () => c.who.call.asks.say({ id, stepId: newId(), line: 'Ninety' });
    },
  },
  'asks.possible': {
    who: 'ask.possible',
    relations: ['other', 'addressed'],
    inside: true,
    try: async (c) => {
      const id = await anAsk(c, { answer: 'cannot', answerLine: 'No money' });
      return () => c.who.call.asks.possible({ id, entryId: newId(), line: 'A narrower bed' });
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
  'asks.stepUp': {
    who: 'ask.step-up',
    inside: true,
    try: async (c) => {
      const id = await anAsk(c, { createdAt: new Date(c.app.clock.now().getTime() - 11 * dayMs) });
      const { personId: toPersonId } = await c.server.join('Priya');
      return () => c.who.call.asks.stepUp({ id, stepId: newId(), toPersonId, reason: 'A man waits' });
    },
  },
  'asks.keepLevel': {
    who: 'ask.keep-level',
    inside: true,
    try: async (c) => {
      const stepDueAt = new Date(c.app.clock.now().getTime() + dayMs);
      const id = await anAsk(c, { stepId: newId(), stepTo: c.ruth.personId, stepBy: c.ruth.personId, stepReason: 'A man waits', stepDueAt });
      return () => c.who.call.asks.keepLevel({ id });
    },
  },
  'asks.lookByLink': {
    who: 'anyone',
    try: async (c) => {
      const secret = await aLink(c);
      return () => c.who.call.asks.lookByLink({ secret });
    },
  },
  'asks.answerByLink': {
    who: 'ask.answer-by-link',
    relations: ['addressed'],
    inside: true,
    try: async (c) => {
      const secret = await aLink(c);
      return () => c.who.call.asks.answerByLink({ secret, replyId: newId(), answer: 'cannot', line: 'No money' });
    },
  },
  'asks.freed': { who: 'board.read', try: (c) => () => c.who.call.asks.freed({}) },
};

export async function anAsk({ app, here, asked, amina }: Cell, more: Partial<AskRow> = {}): Promise<string> {
  const id = newId();
  const elementId = await aBlocker(app.db, here);
  const createdAt = app.clock.now();
  const put = {
    id,
    initiativeId: here,
    elementId,
    personId: asked,
    level: 'team',
    askedBy: amina.personId,
    message: 'Could you?',
    createdAt,
  } as const;
  await app.db.transact((tx) => addAsk(tx, { ...freshAsk(put), ...more }));
  return id;
}

/** Whoever tries holds the link of a letter to Dev. @returns its secret */
async function aLink(c: Cell): Promise<string> {
  const secret = `${newId()}${newId()}x`.slice(0, 43).padEnd(43, 'x');
  const createdAt = c.app.clock.now();
  const askId = await anAsk({ ...c, asked: c.dev.personId });
  const row = { secretHash: hashOf(secret), askId, personId: c.dev.personId, createdAt, expiresAt: new Date(createdAt.getTime() + dayMs) };
  await c.app.db.transact((tx) => addLink(tx, row));
  return secret;
}

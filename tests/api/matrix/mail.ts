/** Replies by mail: whoever holds the address of a letter may do what its reader may at that moment. */
import { eq } from 'drizzle-orm';
import { addNotices } from '#server/features/notices/store.ts';
import { takeMail } from '#server/inbound-mail/take-mail.ts';
import { replyAddress } from '#server/letters/reply-address.ts';
import { newId } from '#shared/lib/ids.ts';
import { Problem } from '#shared/lib/problem.ts';
import { aMail } from '#tests/helpers/inbound.ts';
import { anAsk } from './asks.ts';
import type { Cell, Matrix } from './frame.ts';

export const mailMatrix: Matrix = {
  'mail to an ask': {
    who: 'ask.say',
    relations: ['other', 'addressed'],
    inside: true,
    try: async (c) => replying(c, { what: 'ask.put', values: { ask: await anAsk(c) } }),
  },
  'mail to an ask that asks for more': {
    who: 'ask.tell',
    inside: true,
    try: async (c) => replying(c, { what: 'ask.answered', values: { ask: await anAsk(c, { answer: 'tell-more', answerLine: 'How wide?' }) } }),
  },
  'mail to a spark': {
    who: 'spark.comment',
    try: async (c) => {
      const sparkId = newId();
      await c.ruth.call.sparks.post({ id: sparkId, kind: 'need', text: 'Bins', siteId: null, nameShown: 'name' });
      return replying(c, { what: 'spark.mentioned', values: { spark: sparkId } });
    },
  },
};

const address = 'reply@kindling.example';

/** Somebody with no account has no letter: the token is then of a letter to nobody. @returns what throws when the reply comes back */
async function replying({ app, who }: Cell, told: { what: string; values: Record<string, string> }): Promise<() => Promise<void>> {
  const id = newId();
  const about = { byPersonId: null, initiativeId: null, elementId: null, address: '/', createdAt: app.clock.now(), seenAt: null };
  await app.db.transact((tx) => addNotices(tx, [{ id, personId: who.personId, why: 'mention', ...told, ...about }]));
  const raw = Buffer.from(aMail(replyAddress(app.config.authSecret, address, id)));
  return async () => {
    const did = await takeMail(app, { address, secret: '' }, { raw, recipients: [], sender: null }, async () => undefined);
    if (did === 'posted') return;
    const { sql, t } = app.db;
    const [letter] = await sql.select().from(t.letter).where(eq(t.letter.noticeId, id));
    const reason = letter?.because?.reason ?? did;
    throw new Problem(reason === 'why.sign-in' ? 'not-signed-in' : 'not-allowed', reason);
  };
}

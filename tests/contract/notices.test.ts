import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { makeBus } from '#server/activity/bus.ts';
import { type NewHappening, record } from '#server/activity/record.ts';
import { makeLog } from '#server/log/log.ts';
import { makeOutbox } from '#server/outbox/outbox.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import { aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { noAudit } from '#tests/helpers/no-audit.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const at = new Date('2027-03-02T08:00:00Z');

onBothDatabases('being told', (database) => {
  let dev = '';
  let ruth = '';
  let initiativeId = '';
  let stale: Topic[] = [];
  beforeEach(async () => {
    dev = await aPerson(database(), 'Dev');
    ruth = await aPerson(database(), 'Ruth');
    initiativeId = await anInitiative(database());
    stale = [];
  });

  const app = {
    clock: { now: () => at },
    newId,
    outbox: makeOutbox(),
    bus: makeBus(makeLog('silent')),
    audit: noAudit,
    topics: { stale: (topics: readonly Topic[]) => void stale.push(...topics) },
  };
  const put = (more: Partial<NewHappening> = {}) =>
    database().transact((tx) =>
      record(app, tx, { what: 'ask.put', initiativeId, personId: ruth, values: { title: 'The lift' }, topics: ['initiatives'], ...more }),
    );
  const ask = (personId: string) => ({ personId, why: 'ask', address: '/sponsor' }) as const;
  const noticesOf = async (personId: string) => {
    const { sql, t } = database();
    return sql.select().from(t.notice).where(eq(t.notice.personId, personId));
  };
  const lettersTo = async (personId: string) => {
    const { sql, t } = database();
    return sql.select().from(t.letter).where(eq(t.letter.personId, personId));
  };

  test('a person told of an ask has a notice and a letter, and their screens go stale', async () => {
    await put({ tells: [{ ...ask(dev), secretAddress: '/answer#secret', words: 'Could you?' }] });
    const [notice] = await noticesOf(dev);
    expect(notice).toMatchObject({ why: 'ask', what: 'ask.put', byPersonId: ruth, initiativeId, values: { title: 'The lift' }, address: '/sponsor' });
    expect(notice).toMatchObject({ createdAt: at, seenAt: null });
    expect(await lettersTo(dev)).toMatchObject([
      { kind: 'notice', noticeId: notice?.id, secretAddress: '/answer#secret', words: 'Could you?', dueAt: at, attempts: 0, sentAt: null },
    ]);
    expect(JSON.stringify(notice)).not.toContain('secret');
    expect(stale).toEqual(['initiatives', `me:${dev}`]);
  });

  test('nobody is told of their own act, and nobody twice of one', async () => {
    await put({ tells: [ask(ruth), ask(dev), { personId: dev, why: 'other', address: '/' }] });
    expect(await noticesOf(ruth)).toEqual([]);
    expect((await noticesOf(dev)).map((notice) => notice.why)).toEqual(['ask']);
  });

  test('what can wait, a guest, and somebody who wants no letters get none', async () => {
    const joe = await aPerson(database(), 'Joe', 'guest');
    const wishes = { mail: false, digest: 'daily', hour: 8, timeZone: 'Europe/London' } as const;
    await database().transact(({ sql, t }) =>
      sql
        .insert(t.noticeWish)
        .values({ personId: ruth, ...wishes })
        .then(() => undefined),
    );
    await put({ personId: null, tells: [{ ...ask(dev), why: 'other' }, ask(joe), ask(ruth)] });
    for (const personId of [dev, joe, ruth]) {
      expect(await noticesOf(personId)).toHaveLength(1);
      expect(await lettersTo(personId)).toEqual([]);
    }
  });

  test('a muted initiative says nothing, another one still does', async () => {
    await database().transact(({ sql, t }) =>
      sql
        .insert(t.mute)
        .values({ personId: dev, initiativeId, createdAt: at })
        .then(() => undefined),
    );
    await put({ tells: [ask(dev)] });
    expect(await noticesOf(dev)).toEqual([]);
    await put({ initiativeId: await anInitiative(database()), tells: [ask(dev)] });
    expect(await noticesOf(dev)).toHaveLength(1);
    expect(await lettersTo(dev)).toHaveLength(1);
  });

  test('what is undone tells nobody', async () => {
    const undone = database().transact(async (tx) => {
      await record(app, tx, { what: 'ask.put', initiativeId, personId: ruth, topics: [], tells: [ask(dev)] });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await noticesOf(dev)).toEqual([]);
    expect(await lettersTo(dev)).toEqual([]);
    expect(stale).toEqual([]);
  });
});

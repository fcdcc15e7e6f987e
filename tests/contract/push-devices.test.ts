import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as store from '#server/features/notices/push/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { aPerson, began } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const minute = (count: number) => new Date(began.getTime() + count * 60_000);

onBothDatabases('browsers that are told', (database) => {
  let dev = '';
  let ruth = '';
  beforeEach(async () => {
    [dev, ruth] = [await aPerson(database(), 'Dev'), await aPerson(database(), 'Ruth')];
  });

  async function aSession(personId: string): Promise<string> {
    const { sql, t } = database();
    const [person] = await sql.select().from(t.person).where(eq(t.person.id, personId));
    const userId = person?.userId ?? '';
    const id = newId();
    const when = { expiresAt: minute(60), createdAt: began, updatedAt: began };
    await database().transact(async (tx) => {
      await tx.sql.insert(tx.t.session).values({ id, token: newId(), userId, ipAddress: null, userAgent: null, ...when });
    });
    return id;
  }
  async function put(personId: string, more: Partial<store.DeviceRow> = {}): Promise<store.DeviceRow> {
    const sessionId = more.sessionId ?? (await aSession(personId));
    const keys = { p256dh: 'p', auth: 'a', words: 'short' } as const;
    const row = { id: newId(), personId, sessionId, endpoint: `https://push.example/${newId()}`, ...keys, createdAt: began, ...more };
    await database().transact((tx) => store.putDevice(tx, row));
    return row;
  }
  const idsOf = async (personId: string) => (await store.devicesOf(database(), [personId])).map(({ id }) => id);

  test('a session has one browser: the last it named', async () => {
    const { sessionId } = await put(dev);
    const last = await put(dev, { sessionId, words: 'whole' });
    expect(await idsOf(dev)).toEqual([last.id]);
    expect(await store.deviceOfSession(database(), sessionId)).toEqual(last);
  });

  test('a browser belongs to whoever named it last, and what waited for the one before does not reach it', async () => {
    const before = await put(ruth);
    const { sessionId } = await put(dev, { endpoint: before.endpoint, words: 'whole' });
    expect(await idsOf(ruth)).toEqual([]);
    expect(await store.deviceOfSession(database(), before.sessionId)).toBeNull();
    const now = await store.deviceOfSession(database(), sessionId);
    expect(now).toMatchObject({ personId: dev, endpoint: before.endpoint, words: 'whole' });
    expect(await store.liveDevice(database(), before.id, ruth, began)).toBeNull();
  });

  test('two who name one browser at once leave one row', async () => {
    const sessions = [await aSession(dev), await aSession(ruth)];
    const endpoint = `https://push.example/${newId()}`;
    await Promise.all([dev, ruth].map((personId, n) => put(personId, { endpoint, sessionId: sessions[n] ?? '' })));
    expect([...(await idsOf(dev)), ...(await idsOf(ruth))]).toHaveLength(1);
  });

  test('the newest stay, and nobody else’s go', async () => {
    const others = await put(ruth);
    const [, second, third] = [await put(dev), await put(dev, { createdAt: minute(1) }), await put(dev, { createdAt: minute(2) })];
    await database().transact((tx) => store.keepNewest(tx, dev, 2));
    expect((await idsOf(dev)).sort()).toEqual([second.id, third.id].sort());
    expect(await idsOf(ruth)).toEqual([others.id]);
  });

  test('it is told no longer than its session lasts, and is gone with it', async () => {
    const { id, sessionId } = await put(dev);
    expect((await store.liveDevice(database(), id, dev, minute(59)))?.id).toBe(id);
    expect(await store.liveDevice(database(), id, dev, minute(60))).toBeNull();
    await database().transact(async ({ sql, t }) => {
      await sql.delete(t.session).where(eq(t.session.id, sessionId));
    });
    expect(await idsOf(dev)).toEqual([]);
  });

  test('forgetting one leaves the others', async () => {
    const [one, two, three] = [await put(dev), await put(dev), await put(dev)];
    await database().transact(async (tx) => {
      await store.forgetDevice(tx, one.id);
      await store.forgetSessionsDevice(tx, two.sessionId);
    });
    expect(await idsOf(dev)).toEqual([three.id]);
    expect(await store.devicesOf(database(), [])).toEqual([]);
  });
});

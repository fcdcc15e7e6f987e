import { beforeEach, expect, test } from 'vitest';
import * as outbox from '#server/outbox/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const now = new Date('2027-03-02T08:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

onBothDatabases('the outbox', (database) => {
  const add = async (more: Partial<outbox.NewLetter> = {}) => {
    const letter = {
      id: newId(),
      kind: 'notice',
      personId: newId(),
      noticeId: newId(),
      secretAddress: '/answer#x',
      words: 'y',
      createdAt: now,
    } as const;
    await database().transact((tx) => outbox.addLetters(tx, [{ ...letter, ...more }]));
    return more.id ?? letter.id;
  };
  const take = (by: string, at = now) =>
    database().transact((tx) => outbox.takeLetter(tx, { kinds: ['notice', 'digest'], now: at, leaseEnds: new Date(at.getTime() + 600_000), by }));
  const rowOf = async (id: string) => (await database().sql.select().from(database().t.letter)).find((row) => row.id === id);

  beforeEach(() => database().transact(({ sql, t }) => sql.delete(t.letter).then(() => undefined)));

  test('many takers at once never take the same letter, and none is left', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => add()));
    const taken = new Set<string>();
    while (taken.size < ids.length) {
      const got = await Promise.all(Array.from({ length: 5 }, (_, n) => take(`node-${n}`)));
      for (const row of got) {
        if (row === null) continue;
        expect(taken.has(row.id)).toBe(false);
        taken.add(row.id);
      }
    }
    expect([...taken].sort()).toEqual([...ids].sort());
    expect(await take('node-6')).toBeNull();
  });

  test('what is put to somebody goes before a digest', async () => {
    await add({ kind: 'digest', createdAt: later(-60) });
    const ask = await add();
    expect((await take('node-1'))?.id).toBe(ask);
  });

  test('a letter of a process that died is taken again when its lease ends, and only the last taker marks it', async () => {
    const id = await add();
    expect((await take('node-1'))?.attempts).toBe(1);
    expect(await take('node-2', later(9))).toBeNull();
    expect((await take('node-2', later(10)))?.attempts).toBe(2);
    expect(await database().transact((tx) => outbox.letterSent(tx, id, 'node-1', later(11)))).toBe(false);
    expect(await database().transact((tx) => outbox.letterSent(tx, id, 'node-2', later(11)))).toBe(true);
    expect(await rowOf(id)).toMatchObject({ sentAt: later(11), dueAt: null, takenBy: null, words: null, secretAddress: null });
    expect(await take('node-3', later(60))).toBeNull();
  });

  test('a letter put off waits, one given up is over, and old ones are forgotten', async () => {
    const [late, lost] = [await add(), await add()];
    for (const by of ['node-1', 'node-1']) await take(by);
    await database().transact(async (tx) => {
      await outbox.letterLater(tx, late, 'node-1', later(5));
      await outbox.letterGivenUp(tx, lost, 'node-1', now);
    });
    expect(await take('node-1', later(4))).toBeNull();
    expect(await rowOf(lost)).toMatchObject({ gaveUpAt: now, dueAt: null, words: null });
    await database().transact((tx) => outbox.forgetLetters(tx, later(1)));
    expect(await rowOf(lost)).toBeUndefined();
    expect((await take('node-1', later(5)))?.id).toBe(late);
  });

  test('what the process before held is free again where no other process can be', async () => {
    const id = await add();
    await take('node-1');
    await database().transact((tx) => outbox.letGo(tx, later(1)));
    expect((await take('node-2', later(1)))?.id).toBe(id);
  });
});

import { beforeAll, expect, test } from 'vitest';
import type { Db } from '#server/db/db.ts';
import { addAsk, freshAsk } from '#server/features/asks/store.ts';
import { addStep, type StepRow } from '#server/features/asks/trail/store.ts';
import { makeWaits } from '#server/features/waits/kept.ts';
import { askTrails, lastStepBefore } from '#server/features/waits/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const day = (n: number) => new Date(Date.UTC(2027, 2, n));

onBothDatabases('trails of asks', (database) => {
  let dev = '';
  let ruth = '';
  let initiativeId = '';
  beforeAll(async () => {
    dev = await aPerson(database(), 'Dev');
    ruth = await aPerson(database(), 'Ruth');
    initiativeId = await anInitiative(database());
  });

  async function ask(kind: 'training' | null): Promise<string> {
    const id = newId();
    const put = {
      id,
      initiativeId,
      elementId: newId(),
      personId: dev,
      level: 'team',
      askedBy: ruth,
      message: 'Secret words',
      createdAt: day(1),
    } as const;
    await database().transact((tx) => addAsk(tx, { ...freshAsk(put), blockerKind: kind }));
    return id;
  }
  const step = (askId: string, what: StepRow['what'], at: Date, more: Partial<StepRow> = {}) =>
    database().transact((tx) =>
      addStep(tx, {
        id: newId(),
        askId,
        what,
        at,
        personId: ruth,
        toPersonId: null,
        answer: null,
        line: 'Secret',
        by: null,
        office: '',
        level: null,
        ...more,
      }),
    );

  test('each comes with its kind and its steps in order, without a word anybody wrote or what came later', async () => {
    expect(await askTrails(database(), day(30))).toEqual([]);
    const [first, second] = [await ask('training'), await ask(null)];
    await step(first, 'put', day(1), { toPersonId: dev, level: 'team' });
    await step(second, 'put', day(2), { toPersonId: ruth, level: 'department' });
    await step(first, 'answered', day(5), { personId: dev, answer: 'will', by: '2027-04-01' });
    await step(first, 'told-more', day(30));
    await ask('training');
    const nothing = { toPersonId: null, answer: null, level: null };
    expect(await askTrails(database(), day(30))).toEqual([
      {
        id: first,
        kind: 'training',
        moves: [
          { ...nothing, what: 'put', at: day(1).getTime(), personId: ruth, toPersonId: dev, level: 'team' },
          { ...nothing, what: 'answered', at: day(5).getTime(), personId: dev, answer: 'will' },
        ],
      },
      {
        id: second,
        kind: 'not-sure',
        moves: [{ ...nothing, what: 'put', at: day(2).getTime(), personId: ruth, toPersonId: ruth, level: 'department' }],
      },
    ]);
  });

  test('[W7] one answer serves a week; what happens meanwhile changes it when the week is over, what comes late from an earlier one at once', async () => {
    const [monday, thursday, nextMonday] = [day(8), day(11), day(15)];
    const kept = makeWaits();
    const first = await kept.read(database(), monday);
    expect(await Promise.all([kept.read(database(), thursday), kept.read(database(), thursday)])).toEqual([first, first]);
    const id = await ask('training');
    await step(id, 'put', day(10), { toPersonId: dev, level: 'team' });
    expect(await lastStepBefore(database(), monday)).toBeLessThan(await lastStepBefore(database(), nextMonday));
    expect(await kept.read(database(), thursday)).toBe(first);
    const next = await kept.read(database(), nextMonday);
    expect(next).not.toBe(first);
    await step(id, 'answered', day(12), { personId: dev, answer: 'will' });
    expect(await kept.read(database(), nextMonday)).not.toBe(next);
  });

  test('an answer that could not be read is asked for again', async () => {
    const kept = makeWaits();
    let reads = 0;
    const failing = new Proxy(database(), {
      get(db, key: keyof Db) {
        if (key === 'sql' && (reads += 1) === 2) throw new Error('the line to the database is down');
        return db[key];
      },
    });
    await expect(kept.read(failing, day(8))).rejects.toThrow('the line to the database is down');
    expect(await kept.read(failing, day(8))).toHaveProperty('kinds');
  });
});

import { beforeEach, expect, test } from 'vitest';
import * as store from '#server/features/rooms/store.ts';
import { newRoom } from '#server/features/rooms/sponsor-commands.ts';
import { tellRoomsEnded } from '#server/jobs/rooms-ended.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import { roomWords } from '#tests/helpers/a-room.ts';
import { aPerson, anInitiative, began } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';
import { appAt, noticesOf, torn } from '#tests/helpers/telling-job.ts';

const until = '2027-05-12';
const lastMoment = new Date('2027-05-13T11:59:59Z');
const over = new Date('2027-05-13T12:00:00Z');

onBothDatabases('a room to test that has come to its last day', (database) => {
  let dev = '';
  let ruth = '';
  let amina = '';
  let initiativeId = '';
  let stale: Topic[] = [];
  beforeEach(async () => {
    [dev, ruth, amina] = [await aPerson(database(), 'Dev'), await aPerson(database(), 'Ruth'), await aPerson(database(), 'Amina')];
    const reader = await aPerson(database(), 'Mei');
    initiativeId = await anInitiative(database(), { team: { [ruth]: 'co-owner', [amina]: 'member', [reader]: 'reader' } });
    stale = [];
  });

  async function accepted(): Promise<string> {
    const id = newId();
    const row = { ...newRoom, id, initiativeId, personId: dev, state: 'asked', version: 0, askedBy: ruth, message: '', createdAt: began } as const;
    await database().transact((tx) => store.addRoom(tx, row));
    await write(id, 0, until);
    return id;
  }
  /** Writes it anew, and has it accepted. */
  async function write(id: string, version: number, day: string): Promise<void> {
    await database().transact(async (tx) => {
      await store.writeRoom(tx, id, { personId: dev, version, at: began }, roomWords({ what: 'Walk at six.\nEvery day.', until: day }));
      await store.acceptRoom(tx, id, version + 1, { personId: ruth, at: began });
    });
  }
  const run = (now: Date, makeId?: () => string) => tellRoomsEnded(appAt(database(), now, stale, makeId));
  const told = async () => {
    const rows = await noticesOf(database(), initiativeId);
    return rows.map(({ personId, what, why, address, values }) => ({ personId, what, why, address, values }));
  };

  test('its sponsor and those who work on the board are told when that day is over everywhere, once, however many run it', async () => {
    await accepted();
    await run(lastMoment);
    expect(await told()).toEqual([]);
    await Promise.all([1, 2, 3, 4].map(() => run(over)));
    await run(new Date('2027-08-01T00:00:00Z'));
    const notice = { what: 'room.ended', why: 'other', values: { title: 'Walk at six.' } };
    const board = `/initiatives/${initiativeId}/sponsors`;
    const expected = [
      { ...notice, personId: dev, address: '/sponsor' },
      { ...notice, personId: ruth, address: board },
      { ...notice, personId: amina, address: board },
    ];
    expect(await told()).toHaveLength(3);
    expect(await told()).toEqual(expect.arrayContaining(expected));
    expect(stale.toSorted()).toEqual([`initiative:${initiativeId}/rooms`, ...[dev, ruth, amina].map((id) => `me:${id}`)].toSorted());
  });

  test('what fails in the middle is told the next time', async () => {
    await accepted();
    await expect(run(over, torn)).rejects.toThrow('the power went');
    expect(await told()).toEqual([]);
    await run(over);
    expect(await told()).toHaveLength(3);
  });

  test('given again for longer, it is told again at its new end', async () => {
    const id = await accepted();
    await run(over);
    await write(id, 1, '2027-06-01');
    await run(over);
    expect(await told()).toHaveLength(3);
    await run(new Date('2027-06-03T00:00:00Z'));
    expect(await told()).toHaveLength(6);
  });

  test('what was taken back or finished before, or waits to be accepted, is not told', async () => {
    const [taken, finished, offered] = [await accepted(), await accepted(), await accepted()];
    await database().transact(async (tx) => {
      await store.closeRoom(tx, taken, 'revoke', { personId: dev, why: 'Two falls.', at: began });
      await store.closeRoom(tx, finished, 'finish', { personId: ruth, why: '', at: began });
      await store.writeRoom(tx, offered, { personId: dev, version: 1, at: began }, roomWords({ until }));
    });
    await run(over);
    expect(await told()).toEqual([]);
  });
});

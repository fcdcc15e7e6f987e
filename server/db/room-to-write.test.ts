import { expect, test } from 'vitest';
import type { Tx } from './db.ts';
import { makeRoomToWrite } from './room-to-write.ts';

const full = Object.assign(new Error('no room'), { code: 'FULL' });
const room = makeRoomToWrite((code) => code === 'FULL');
const unavailable = { body: { code: 'unavailable', reason: 'problem.not-saved', retryAfterMs: 5000 }, cause: full };

/** A database that carries out a trial, or has no room for it; counts the trials. */
let hasRoom = true;
let trials = 0;
const transact = (work: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
  room.watch(async () => {
    if (!hasRoom) throw full;
    const run: Tx['run'] = async (source) => {
      if (source.startsWith('insert')) trials++;
      return 0;
    };
    return work({ run } as Tx);
  });

test('[DB14] asks for nothing as long as all is kept, then tries until a trial is kept', async () => {
  await room.ask(transact);
  expect(await room.watch(async () => 'kept')).toBe('kept');
  expect(trials).toBe(0);
  const wrapped = new Error('Failed query, with words of people', { cause: full });
  await expect(room.watch(() => Promise.reject(wrapped))).rejects.toMatchObject(unavailable);
  hasRoom = false;
  await expect(room.ask(transact)).rejects.toMatchObject(unavailable);
  hasRoom = true;
  // However many ask at once, one tries.
  await Promise.all([room.ask(transact), room.ask(transact)]);
  await room.ask(transact);
  expect(trials).toBe(1);
});

test('[DB14] what has another reason is thrown as it is, and says nothing of the room', async () => {
  const slip = Object.assign(new Error('no such row'), { code: 'CONSTRAINT' });
  await expect(room.watch(() => Promise.reject(slip))).rejects.toBe(slip);
  await room.ask(transact);
  expect(trials).toBe(1);
});

import { newRoom } from '#server/features/rooms/sponsor-commands.ts';
import { addRoom, addWords, linkTest, type RoomRow } from '#server/features/rooms/store.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { roomWords } from '#tests/helpers/a-room.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import type { Cell, Entry, Matrix } from './frame.ts';

export const roomsMatrix: Matrix = {
  'rooms.list': { who: 'initiative.read', inside: true, try: (c) => () => c.who.call.rooms.list({ id: c.here }) },
  'rooms.mine': { who: 'signed-in', try: (c) => () => c.who.call.rooms.mine() },
  'rooms.ask': {
    who: 'room.ask',
    inside: true,
    try: (c) => () => c.who.call.rooms.ask({ id: c.here, roomId: newId(), personId: c.dev.personId, message: 'May we walk at night?' }),
  },
  'rooms.offer': {
    who: 'room.offer',
    inside: true,
    try: (c) => () => c.who.call.rooms.offer({ id: c.here, roomId: newId(), ...wordsFor(c), answersForIt: true }),
  },
  'rooms.write': {
    who: 'room.write',
    relations: ['other', 'own'],
    inside: true,
    ...onAsked('owner', (c, id) => c.who.call.rooms.write({ id, version: 0, ...wordsFor(c), answersForIt: true })),
  },
  'rooms.decline': {
    who: 'room.decline',
    relations: ['other', 'addressed'],
    inside: true,
    ...onAsked('asked', (c, id) => c.who.call.rooms.decline({ id, why: 'Not my ward' })),
  },
  'rooms.accept': {
    who: 'room.accept',
    relations: ['other', 'own'],
    inside: true,
    ...onOffered({}, (c, id) => c.who.call.rooms.accept({ id, version: 1 })),
  },
  'rooms.revoke': {
    who: 'room.revoke',
    relations: ['other', 'own'],
    inside: true,
    ...onOffered({}, (c, id) => c.who.call.rooms.revoke({ id, why: 'I have moved on' })),
  },
  'rooms.finish': { who: 'room.finish', inside: true, ...onOffered({}, (c, id) => c.who.call.rooms.finish({ id, why: '' })) },
  'rooms.learn': {
    who: 'room.learn',
    inside: true,
    ...onOffered({ state: 'taken-back', coveredAt: new Date() }, (c, id) => c.who.call.rooms.learn({ id, learned: 'Six is too early' })),
  },
  'rooms.link': { who: 'room.link', inside: true, ...onATest((c, test) => c.who.call.rooms.link(test), 'apart') },
  'rooms.unlink': { who: 'room.link', inside: true, ...onATest((c, test) => c.who.call.rooms.unlink(test), 'joined') },
};

function onAsked(sponsor: 'owner' | 'asked', call: (cell: Cell, id: string) => Promise<unknown>): Pick<Entry, 'try'> {
  return {
    try: async (c) => {
      const id = await aRoom(c, { personId: c[sponsor], state: 'asked', version: 0, askedBy: c.amina.personId, message: 'May we?' });
      return () => call(c, id);
    },
  };
}

function onOffered(more: Partial<RoomRow>, call: (cell: Cell, id: string) => Promise<unknown>): Pick<Entry, 'try'> {
  return {
    try: async (c) => {
      const id = await aRoom(c, more);
      return () => call(c, id);
    },
  };
}

function onATest(call: (cell: Cell, test: { id: string; elementId: string }) => Promise<unknown>, before: 'joined' | 'apart'): Pick<Entry, 'try'> {
  return {
    try: async (c) => {
      const id = await aRoom(c);
      const elementId = await aBlocker(c.app.db, c.here, { kind: 'test-of-change', state: 'planned', title: 'Walk at six' });
      const row = { roomId: id, elementId, linkedBy: c.amina.personId, linkedAt: c.app.clock.now() };
      if (before === 'joined') await c.app.db.transact((tx) => linkTest(tx, row));
      return () => call(c, { id, elementId });
    },
  };
}

/** Offered by whom the cell is about, unless it says otherwise. */
async function aRoom(cell: Cell, more: Partial<RoomRow> = {}): Promise<string> {
  const { app, here, owner } = cell;
  const createdAt = app.clock.now();
  const offered = { ...newRoom, id: newId(), initiativeId: here, personId: owner, state: 'offered', version: 1, askedBy: null, message: '' } as const;
  const row = { ...offered, createdAt, ...more };
  await app.db.transact(async (tx) => {
    await addRoom(tx, row);
    if (row.version > 0) await addWords(tx, { ...wordsFor(cell), roomId: row.id, version: row.version, createdAt });
  });
  return row.id;
}

function wordsFor({ app }: Cell) {
  return roomWords({ until: new Date(app.clock.now().getTime() + 30 * dayMs).toISOString().slice(0, 10) });
}

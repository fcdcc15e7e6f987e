import { roomState } from '#shared/features/rooms/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

/** Rooms to test; `server/boards/room.ts` is another thing: a live board in memory. */
export function roomTables(c: Kit) {
  const testRoom = c.table(
    'test_room',
    {
      id: c.id(),
      initiativeId: c.text().notNull(),
      /** The sponsor, who alone writes it. */
      personId: c.text().notNull(),
      state: c.oneOf(roomState).notNull(),
      /** 0 while it is only asked for; then the newest row of `test_room_words`. */
      version: c.int().notNull(),
      askedBy: c.text(),
      message: c.text().notNull(),
      createdAt: c.instant().notNull(),
      acceptedBy: c.text(),
      acceptedAt: c.instant(),
      /** When it was first accepted; stays when changed words make it an offer again. */
      coveredAt: c.instant(),
      closedAt: c.instant(),
      why: c.text().notNull(),
      learned: c.text().notNull(),
      learnedBy: c.text(),
      learnedAt: c.instant(),
      /** The version of which it was told that its last day is over. */
      endTold: c.int(),
    },
    (t) => [
      c.index('test_room_initiative').on(t.initiativeId, t.createdAt),
      c.index('test_room_person').on(t.personId, t.createdAt),
      c.index('test_room_state').on(t.state),
    ],
  );
  /** Every wording there was, so that what a team accepted can always be read again. */
  const testRoomWords = c.table(
    'test_room_words',
    {
      roomId: c.text().notNull(),
      version: c.int().notNull(),
      what: c.text().notNull(),
      where: c.text().notNull(),
      until: c.text().notNull(),
      safe: c.json<string[]>().notNull(),
      callMe: c.text().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.roomId, t.version] })],
  );
  /** Which tests of change a room covers; never in the board's document. */
  const testRoomTest = c.table(
    'test_room_test',
    { roomId: c.text().notNull(), elementId: c.text().notNull(), linkedBy: c.text().notNull(), linkedAt: c.instant().notNull() },
    (t) => [c.primaryKey({ columns: [t.roomId, t.elementId] })],
  );
  return { testRoom, testRoomWords, testRoomTest };
}

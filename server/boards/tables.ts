/** The log of every board, what can be worked out from it, and who has which Yjs client id. */
import type { Kit } from '../db/kit.postgres.ts';

export function boardTables(c: Kit) {
  const board = c.table('board', {
    /** The initiative's id. */
    id: c.id(),
    /** Raised by a restore or an erasure; devices of an older epoch fork instead of merging. */
    epoch: c.int().notNull(),
    /** The last sequence number in the log. */
    seq: c.int().notNull(),
    createdAt: c.instant().notNull(),
  });
  const boardUpdate = c.table(
    'board_update',
    {
      boardId: c.text().notNull(),
      seq: c.int().notNull(),
      epoch: c.int().notNull(),
      /** Who sent it; null for the server itself. */
      personId: c.text(),
      bytes: c.bytes().notNull(),
      createdAt: c.instant().notNull(),
      /** Set when the row did not load; it is kept, and passed over. */
      quarantinedAt: c.instant(),
    },
    (t) => [c.primaryKey({ columns: [t.boardId, t.seq] })],
  );
  const boardSnapshot = c.table(
    'board_snapshot',
    {
      boardId: c.text().notNull(),
      /** The log up to and including this sequence number is in the state. */
      seq: c.int().notNull(),
      epoch: c.int().notNull(),
      state: c.bytes().notNull(),
      sha256: c.text().notNull(),
      /** How far the state reaches, as Yjs writes it, and the shape it is of: with both the bytes can be sent as they are. */
      stateVector: c.bytes(),
      shape: c.text(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.boardId, t.seq] })],
  );
  const boardClient = c.table(
    'board_client',
    { boardId: c.text().notNull(), clientId: c.big().notNull(), personId: c.text(), createdAt: c.instant().notNull() },
    (t) => [c.primaryKey({ columns: [t.boardId, t.clientId] })],
  );
  const boardElement = c.table(
    'board_element',
    {
      boardId: c.text().notNull(),
      elementId: c.text().notNull(),
      kind: c.text().notNull(),
      state: c.text().notNull(),
      title: c.text().notNull(),
      position: c.text().notNull(),
      fields: c.json<Record<string, unknown>>().notNull(),
      addedBy: c.text(),
      addedAt: c.instant().notNull(),
      changedBy: c.text(),
      changedAt: c.instant().notNull(),
      archivedAt: c.instant(),
    },
    (t) => [c.primaryKey({ columns: [t.boardId, t.elementId] }), c.index('board_element_kind').on(t.kind, t.state)],
  );
  return { board, boardUpdate, boardSnapshot, boardClient, boardElement };
}

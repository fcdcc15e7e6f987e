/** What is asked about a board over HTTP, what is downloaded, and what goes over its sockets. */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { keepSnapshot } from '#server/boards/store.ts';
import { type Connection, makeConnection } from '#client/realtime/connection.ts';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { newId } from '#shared/lib/ids.ts';
import { Problem, problemBody } from '#shared/lib/problem.ts';
import type { ClientEvents } from '#shared/realtime/events.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import type { Cell, Entry, Matrix } from './frame.ts';

export const boardsMatrix: Matrix = {
  'boards.elements': { who: 'board.read', inside: true, try: (c) => () => c.who.call.boards.elements({ id: c.here }) },
  'boards.activity': { who: 'board.read', inside: true, try: (c) => () => c.who.call.boards.activity({ id: c.here }) },
  'boards.moved': { who: 'board.read', inside: true, try: (c) => () => c.who.call.boards.moved({ id: c.here }) },
  'boards.looked': { who: 'board.read', inside: true, try: (c) => () => c.who.call.boards.looked({ id: c.here }) },
  'boards.days': { who: 'board.bring-back', inside: true, try: (c) => () => c.who.call.boards.days({ id: c.here }) },
  // It is let through by the policy, and then there is nothing to do: the board is as good as empty.
  'boards.makeRoom': {
    who: 'board.make-room',
    inside: true,
    but: () => 'conflict refused.room-enough',
    try: (c) => () => c.who.call.boards.makeRoom({ id: c.here }),
  },
  'boards.bringBack': {
    who: 'board.bring-back',
    inside: true,
    try: async (c) => {
      const seq = await aDay(c);
      return () => c.who.call.boards.bringBack({ id: c.here, seq });
    },
  },
};

export const downloadsMatrix: Matrix = {
  '/sparks.csv': { who: 'spark.export', try: (c) => () => download(c.who, '/api/sparks.csv') },
  '/initiatives/:id/board.md': { who: 'board.export', inside: true, try: (c) => () => download(c.who, `/api/initiatives/${c.here}/board.md`) },
  '/initiatives/:id/board.json': { who: 'board.export', inside: true, try: (c) => () => download(c.who, `/api/initiatives/${c.here}/board.json`) },
};

export const uploadsMatrix: Matrix = {
  '/boards/:id/merge': {
    who: 'board.edit',
    inside: true,
    try: (c) => () => upload(c.who, `/api/boards/${c.here}/merge?epoch=1&version=${boardVersion}`),
  },
};

/** An event that is added without an entry here does not compile. */
export const socketsMatrix = {
  'topics:watch': { who: 'anyone', try: (c) => () => onALine(c.who, (line) => line.ask('topics:watch', { topics: ['wall'] })) },
  'board:open': { who: 'board.read', inside: true, try: (c) => () => onALine(c.who, (line) => open(line, c.here)) },
  'board:edit': { who: 'board.edit', inside: true, try: (c) => () => onALine(c.who, (line) => edit(line, c.here)) },
  'board:where': { who: 'board.read', inside: true, try: (c) => () => onALine(c.who, (line) => beSeen(line, c)) },
  'board:close': { who: 'anyone', inside: true, try: (c) => () => onALine(c.who, (line) => line.ask('board:close', { boardId: c.here })) },
} as const satisfies Record<keyof ClientEvents, Entry>;

async function download(who: Somebody, address: string): Promise<void> {
  const answer = await who.fetch(address);
  if (answer.ok) return;
  const { code, reason } = problemBody.parse(await answer.json());
  throw new Problem(code, reason);
}

/** An update that changes nothing: what counts is who may bring one. */
async function upload(who: Somebody, address: string): Promise<void> {
  const answer = await who.fetch(address, { method: 'PUT', body: new Uint8Array([0, 0]) });
  if (answer.ok) return;
  const { code, reason } = problemBody.parse(await answer.json());
  throw new Problem(code, reason);
}

async function aDay({ app, here }: Cell): Promise<number> {
  const { room, release } = await app.boards.hold(here);
  const { state, seq } = await room.look((doc, at) => ({ state: Y.encodeStateAsUpdate(doc), seq: at }));
  const sha256 = createHash('sha256').update(state).digest('hex');
  await app.db.transact((tx) =>
    keepSnapshot(tx, { boardId: here, seq, epoch: room.epoch, state, sha256, shape: null, stateVector: null, createdAt: app.clock.now() }),
  );
  release();
  return seq;
}

async function onALine<T>(who: Somebody, work: (line: Connection) => Promise<T>): Promise<T> {
  const line = makeConnection(new URL((await who.fetch('/healthz')).url).origin, { cookie: who.cookie() });
  try {
    await new Promise<void>((resolve) => {
      if (line.line() === 'open') return resolve();
      line.onLine((state) => state === 'open' && resolve());
    });
    return await work(line);
  } finally {
    line.close();
  }
}

function open(line: Connection, boardId: string) {
  return line.ask('board:open', { boardId, epoch: null, version: boardVersion, stateVector: Y.encodeStateVector(new Y.Doc()) });
}

async function edit(line: Connection, boardId: string): Promise<unknown> {
  const { epoch, update } = await open(line, boardId);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(update));
  const before = Y.encodeStateVector(doc);
  addElement(doc, { id: newId(), kind: 'blocker', position: endPosition(doc), values: { title: 'The lift' } });
  return line.ask('board:edit', { boardId, epoch, update: Y.encodeStateAsUpdate(doc, before) });
}

/** Who is seen is seen by somebody else. */
async function beSeen(line: Connection, { ruth, here }: Cell): Promise<unknown> {
  const { key } = await open(line, here);
  return onALine(ruth, async (theirs) => {
    await open(theirs, here);
    const seen = new Promise((resolve) => theirs.on('board:present', ({ here: people }) => people.some((one) => one.key === key) && resolve(true)));
    line.say('board:where', { boardId: here, section: 'purpose', elementId: null, caret: null });
    return seen;
  });
}

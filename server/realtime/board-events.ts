/** Boards over sockets: open, edit, where, close. What a page may do is asked of the policy, and asked again whenever it may have changed. */
import type { PersonCard } from '#shared/features/people/model.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { Problem, problemOf } from '#shared/lib/problem.ts';
import { can } from '#shared/policy/can.ts';
import { closeBoard, editBoard, openBoard, type OpenedBoard, whereabouts } from '#shared/realtime/events.ts';
import { isStateVector } from '../boards/gate/state-vector.ts';
import type { Room } from '../boards/room.ts';
import type { App } from '../context.ts';
import { faces } from '../faces/store.ts';
import { allowing, initiativeFacts } from '../policy/viewer.ts';
import { makeAdmission } from './admission.ts';
import { broadcasts } from './board-broadcasts.ts';
import { answering, hearing } from './guard.ts';
import { makePresence, type Presence } from './presence.ts';
import { bucket, bucketsByPerson, spend } from './rates.ts';
import { roomName } from './room-name.ts';
import { boundUnread } from './unread.ts';
import type { Live, LiveServer } from './realtime.ts';

/** One page's hold on one board. */
export interface Held {
  readonly room: Room;
  readonly card: PersonCard | null;
  /** The page writes an older version of boards: it reads only. */
  readonly outdated: boolean;
  mayEdit: boolean;
  because: string | null;
  release(): void;
}

export interface BoardEvents {
  connect(socket: Live): void;
  /** Asks the policy again for every board this page holds. */
  recheck(socket: Live): Promise<void>;
  /** What this page may do is being found out again: its edits wait for that. */
  suspend(socket: Live, until: Promise<void>): void;
}

const edits = { perSecond: 60, burst: 240 };
/** Of one person, on however many pages. */
const editsByPerson = { perSecond: 120, burst: 480 };
const moves = { perSecond: 20, burst: 60 };
const opens = { perSecond: 1, burst: 30 };
/** Boards one page may hold at once. */
const boardsPerPage = 8;
const openings = { atOnce: 50, waiting: 2000 };

export function boardEvents(app: App, io: LiveServer): BoardEvents {
  const presence = makePresence((boardId, here) => void io.to(roomName(boardId)).emit('board:present', { boardId, here, gone: [] }));
  const send = broadcasts(io, app.log);
  const admission = makeAdmission(openings);
  const personal = bucketsByPerson(app.clock, editsByPerson, app.config.rateLimits);
  const suspended = new WeakMap<Live, Promise<unknown>>();
  let seatsChanged = 0;
  const holds = new WeakMap<Live, Map<string, Held>>();
  const heldBy = (socket: Live): Map<string, Held> => holds.get(socket) ?? new Map<string, Held>();

  async function recheck(socket: Live): Promise<void> {
    for (const [boardId, held] of heldBy(socket)) {
      try {
        const may = await mayDo(app, socket, boardId, held.outdated);
        if (may.mayEdit !== held.mayEdit || may.because !== held.because) socket.emit('board:may', { boardId, ...may });
        Object.assign(held, may);
      } catch (thrown) {
        socket.emit('board:closed', { boardId, problem: problemOf(thrown) });
        letGo(socket, boardId);
      }
    }
  }

  function letGo(socket: Live, boardId: string): void {
    const held = heldBy(socket).get(boardId);
    if (held === undefined) return;
    heldBy(socket).delete(boardId);
    held.mayEdit = false;
    void socket.leave(roomName(boardId));
    if (presence.forget(boardId, socket.id)) io.to(roomName(boardId)).emit('board:present', { boardId, here: [], gone: [socket.id] });
    held.release();
  }

  app.bus.subscribe(({ what, initiativeId }) => {
    if (initiativeId === null || !seatChanges.has(what)) return;
    seatsChanged++;
    for (const id of io.sockets.adapter.rooms.get(roomName(initiativeId)) ?? []) {
      const socket = io.sockets.sockets.get(id);
      if (socket !== undefined) suspend(socket, recheck(socket));
    }
  });

  function suspend(socket: Live, until: Promise<void>): void {
    const before = suspended.get(socket);
    suspended.set(socket, before === undefined ? until : Promise.all([before, until]));
  }

  /** Takes the board for this page, with what it may do when it is taken: a seat that changed meanwhile is asked for again. */
  async function hold(socket: Live, boardId: string, version: number): Promise<Held> {
    for (;;) {
      const asked = seatsChanged;
      const one = await holdBoard(app, socket, boardId, version);
      if (socket.connected && asked === seatsChanged) {
        heldBy(socket).set(boardId, one);
        await socket.join(roomName(boardId));
        return one;
      }
      one.release();
      if (!socket.connected) throw new Problem('gone', 'problem.gone');
    }
  }

  return {
    recheck,
    suspend,
    connect(socket) {
      const unread = boundUnread(socket, app.log);
      const held = new Map<string, Held>();
      holds.set(socket, held);
      const limited = app.config.rateLimits;
      const take = { edit: bucket(app.clock, edits, limited), move: bucket(app.clock, moves, limited), open: bucket(app.clock, opens, limited) };
      const opening = new Map<string, Promise<Held>>();
      /** Asked twice at once, a page still holds a board once. */
      const holdOnce = (boardId: string, version: number): Promise<Held> => {
        const under = opening.get(boardId);
        if (under !== undefined) return under;
        if (held.size + opening.size >= boardsPerPage) throw new Problem('too-many', 'problem.too-many');
        const made = admission.enter(() => hold(socket, boardId, version)).finally(() => opening.delete(boardId));
        opening.set(boardId, made);
        return made;
      };
      socket.on(
        'board:open',
        answering(app.log, openBoard, async ({ boardId, epoch, version, stateVector }) => {
          spend(take.open, opens);
          if (!isStateVector(stateVector)) throw new Problem('invalid', 'problem.invalid');
          if (unread.plenty()) throw new Problem('too-many', 'problem.too-many', { retryAfterMs: 2000 });
          const one = held.get(boardId) ?? (await holdOnce(boardId, version));
          send.to(one.room);
          return answerOpen(socket, presence, one, epoch, stateVector);
        }),
      );
      socket.on(
        'board:edit',
        answering(app.log, editBoard, async ({ boardId, epoch, update }) => {
          spend(take.edit, edits);
          if (suspended.has(socket)) await suspended.get(socket);
          const { viewer } = socket.data;
          try {
            const one = heldOr(held, boardId);
            if (epoch !== one.room.epoch) throw new Problem('conflict', 'problem.board-moved');
            const { personId } = viewer;
            if (!one.mayEdit || personId === null) throw new Problem('not-allowed', one.because ?? 'why.reading-only');
            spend(personal(personId), editsByPerson);
            // The room asks when the edit's turn comes, which may be later.
            const frame = { personId, update, epoch, live: true, from: socket.id, get mayEdit() { return one.mayEdit; } }; // prettier-ignore
            return { seq: await one.room.edit(frame) };
          } catch (thrown) {
            await app.audit.refused({ viewer, action: 'board.edit', thing: boardId, problem: problemOf(thrown) });
            throw thrown;
          }
        }),
      );
      socket.on(
        'board:where',
        hearing(app.log, whereabouts, (where) => {
          const one = held.get(where.boardId);
          if (one === undefined || one.card === null || !take.move()) return;
          presence.put(socket.id, one.card, where);
        }),
      );
      socket.on(
        'board:close',
        answering(app.log, closeBoard, ({ boardId }) => (letGo(socket, boardId), {})),
      );
      socket.on('disconnect', () => {
        // letGo takes entries out of the map as the loop goes, which a Map allows.
        for (const boardId of held.keys()) letGo(socket, boardId);
      });
    },
  };
}

const seatChanges: ReadonlySet<string> = new Set([
  'initiative.joined',
  'initiative.left',
  'initiative.perspectives-changed',
  'invitation.answered',
  'initiative.seat-changed',
]);

function heldOr(held: ReadonlyMap<string, Held>, boardId: string): Held {
  const one = held.get(boardId);
  if (one === undefined) throw new Problem('conflict', 'problem.open-first');
  return one;
}

async function holdBoard(app: App, socket: Live, boardId: string, version: number): Promise<Held> {
  const outdated = version !== boardVersion;
  const may = await mayDo(app, socket, boardId, outdated);
  const { personId } = socket.data.viewer;
  const card = personId === null ? null : ((await faces(app.db, [personId])).get(personId) ?? null);
  const { room, release } = await app.boards.hold(boardId);
  return { room, card, outdated, release, ...may };
}

/** @throws Problem when the page may not even read */
async function mayDo(app: App, socket: Live, boardId: string, outdated: boolean): Promise<{ mayEdit: boolean; because: string | null }> {
  const facts = await initiativeFacts(app.db, socket.data.viewer, boardId);
  allowing('board.read', facts);
  if (outdated) return { mayEdit: false, because: 'problem.reload' };
  const verdict = can('board.edit', facts);
  return verdict.ok ? { mayEdit: true, because: null } : { mayEdit: false, because: verdict.reason };
}

/** Joins the room first, again for a page that was behind: what is committed while the view is made reaches it too, and merging twice is harmless. */
async function answerOpen(socket: Live, presence: Presence, held: Held, epoch: number | null, stateVector: Uint8Array): Promise<OpenedBoard> {
  const { boardId } = held.room;
  await socket.join(roomName(boardId));
  const view = await held.room.view(epoch, stateVector);
  const present = presence.list(boardId).filter(({ key }) => key !== socket.id);
  // Known only now, for a stored board may have been loaded to make the view.
  const may = held.room.damaged ? { mayEdit: false, because: 'problem.board-damaged' } : { mayEdit: held.mayEdit, because: held.because };
  return { ...view, ...may, filled: held.room.filled, present, key: socket.id };
}

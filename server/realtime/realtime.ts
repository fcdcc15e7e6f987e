/** Live connections: who they are, what they watch, and how they end. */
import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { Problem, problemOf } from '#shared/lib/problem.ts';
import type { ClientEvents, ServerEvents } from '#shared/realtime/events.ts';
import { packetParser } from '#shared/realtime/packet-parser.ts';
import { protocolVersion } from '#shared/realtime/protocol.ts';
import { viewerOf } from '../auth/sign-in.ts';
import type { App, Sessions, Topics } from '../context.ts';
import { isOwnOrigin } from '../http/origin.ts';
import type { Log } from '../log/log.ts';
import { type Viewer, visitor } from '../policy/viewer.ts';
import { type BoardEvents, boardEvents } from './board-events.ts';
import { gatherAcks } from './gather-acks.ts';
import { packetsWaiting } from './waiting.ts';
import { topicEvents } from './topic-events.ts';

export interface SocketData {
  viewer: Viewer;
}
export type Live = Socket<ClientEvents, ServerEvents, Record<string, never>, SocketData>;
export type LiveServer = Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>;

export interface Realtime {
  readonly topics: Topics;
  readonly sessions: Sessions;
  /** Gives the connections everything they need; before this nobody can connect. */
  attach(app: App): void;
  listen(server: HttpServer): void;
  /** The most packets that wait for any page to be read: a figure to watch. */
  mostWaiting(): number;
  close(): Promise<void>;
}

export function makeRealtime(log: Log): Realtime {
  let app: App | null = null;
  let listening = false;
  const io: LiveServer = new Server({
    path: '/socket.io',
    serveClient: false,
    parser: packetParser,
    perMessageDeflate: false,
    // A live update and what is around it; where there is no WebSocket, bytes come as text and take a third more.
    maxHttpBufferSize: 100_000,
    pingInterval: 20_000,
    pingTimeout: 20_000,
    allowRequest: (request, answer) => {
      const { origin, host } = request.headers;
      // A browser always says where a page comes from; a tool of one's own may leave it out.
      const allowed = app !== null && (origin === undefined || isOwnOrigin(origin, host, app.config.publicUrl));
      answer(allowed ? null : 'foreign origin', allowed);
    },
  });
  io.use((socket, next) => {
    admit(app, socket).then(
      () => next(),
      (err: unknown) => {
        log.warn({ err }, 'a connection was not let in');
        next(new Error(problemOf(err).reason));
      },
    );
  });
  let boards: Pick<BoardEvents, 'recheck' | 'suspend'> = { recheck: () => Promise.resolve(), suspend: () => undefined };
  const sessions = liveSessions(
    io,
    () => app,
    () => boards,
  );
  return {
    topics: { stale: (topics) => topics.forEach((topic) => io.to(topic).emit('topics:stale', [topic])) },
    sessions,
    attach(made) {
      app = made;
      const events = boardEvents(made, io);
      boards = events;
      io.on('connection', (socket) => {
        if (isForSomebodyElse(socket)) return cut(socket);
        gatherAcks(socket);
        topicEvents(made, socket);
        events.connect(socket);
      });
    },
    listen(server) {
      io.attach(server);
      listening = true;
    },
    mostWaiting: () => Math.max(0, ...[...io.sockets.sockets.values()].map(packetsWaiting)),
    close: async () => (listening ? io.close() : undefined),
  };
}

async function admit(app: App | null, socket: Live): Promise<void> {
  const { version } = socket.handshake.auth;
  if (version !== undefined && version !== protocolVersion) throw new Problem('conflict', 'problem.reload');
  socket.data.viewer = app === null ? visitor : await viewerOf(app, socket.request.headers);
}

/** A page that was left open for one person comes back with the session of another: what it holds is not theirs to send. */
function isForSomebodyElse({ handshake, data }: Live): boolean {
  const { as } = handshake.auth;
  return as !== undefined && as !== data.viewer.personId;
}

function cut(socket: Live): void {
  socket.emit('session:ended');
  socket.disconnect(true);
}

function liveSessions(io: LiveServer, app: () => App | null, boards: () => Pick<BoardEvents, 'recheck' | 'suspend'>): Sessions {
  const recheckOne = async (made: App, socket: Live): Promise<void> => {
    try {
      const viewer = await viewerOf(made, socket.request.headers);
      if (viewer.sessionId === null) return cut(socket);
      socket.data.viewer = viewer;
      await boards().recheck(socket);
    } catch {
      cut(socket);
    }
  };
  return {
    end(sessionId) {
      for (const socket of io.sockets.sockets.values()) if (socket.data.viewer.sessionId === sessionId) cut(socket);
    },
    recheck(personId) {
      const made = app();
      if (made === null) return;
      for (const socket of io.sockets.sockets.values())
        if (socket.data.viewer.personId === personId) boards().suspend(socket, recheckOne(made, socket));
    },
  };
}

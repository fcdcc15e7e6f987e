/** A page that speaks the protocol by hand, as a tool of somebody who means harm would. */
import type { Socket as TcpSocket } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { packetParser } from '#shared/realtime/packet-parser.ts';
import type { Somebody } from './somebody.ts';

/** What the server answers, as it came. */
export interface Answer {
  readonly ok: boolean;
  readonly seq?: number;
  readonly update?: Uint8Array;
  readonly mayEdit?: boolean;
  readonly problem?: {
    readonly code: string;
    readonly reason: string;
    readonly retryAfterMs?: number;
    readonly values?: Readonly<Record<string, unknown>>;
  };
}

export interface RawPage {
  readonly socket: Socket;
  /** What the board read when it was opened. */
  readonly doc: Y.Doc;
  /** The connection below, to be left unread. */
  readonly tcp: TcpSocket;
  open(more?: object): Promise<Answer>;
  edit(update: Uint8Array): Promise<Answer>;
  /** Writes in the document by hand, sends what came of it, and tells the answer. */
  write(act: (doc: Y.Doc) => void): Promise<Answer>;
  close(): void;
}

/** Connects and opens the board. */
export async function rawPage(url: string, who: Somebody, boardId: string): Promise<RawPage> {
  const socket = io(url, { parser: packetParser, transports: ['websocket'], forceNew: true, extraHeaders: { cookie: who.cookie() } });
  await new Promise<void>((resolve) => void socket.on('connect', resolve));
  const open = (more: object = {}): Promise<Answer> =>
    socket.emitWithAck('board:open', { boardId, epoch: 1, version: boardVersion, stateVector: new Uint8Array(), ...more });
  const doc = newBoardDoc();
  const { update } = await open();
  if (update !== undefined) Y.applyUpdate(doc, new Uint8Array(update));
  // The engine's transport holds the connection; its types do not say so.
  const engine = socket.io.engine as unknown as { transport: { ws: { _socket: TcpSocket } } };
  const edit = (bytes: Uint8Array): Promise<Answer> => socket.emitWithAck('board:edit', { boardId, epoch: 1, update: bytes });
  return {
    socket,
    doc,
    tcp: engine.transport.ws._socket,
    open,
    edit,
    write(act) {
      const before = Y.encodeStateVector(doc);
      doc.transact(() => act(doc));
      return edit(Y.encodeStateAsUpdate(doc, before));
    },
    close: () => void socket.disconnect(),
  };
}

/** Somebody's open board in a test: the same provider as in the browser, over a real socket. */
import type * as Y from 'yjs';
import { type BoardProvider, openBoardProvider } from '#client/realtime/board-provider.ts';
import type { BoardStatus } from '#client/realtime/board-status.ts';
import { type Connection, makeConnection } from '#client/realtime/connection.ts';
import type { Device } from '#client/realtime/kept-board.ts';
import { memoryDevice } from '#client/realtime/memory-device.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Somebody } from './somebody.ts';

export interface OpenBoardInTest {
  readonly provider: BoardProvider;
  readonly connection: Connection;
  readonly device: Device;
  close(): Promise<void>;
}

export interface OpenInTest {
  readonly url: string;
  readonly who: Somebody;
  readonly boardId: string;
  /** Shared between two opens it is the same browser; left out it is a new one. */
  readonly device?: Device;
}

/** Opens without waiting for anything. */
export function openBoard({ url, who, boardId, device = memoryDevice() }: OpenInTest): OpenBoardInTest {
  const connection = makeConnection(url, { cookie: who.cookie() });
  const provider = openBoardProvider({ boardId, personId: who.personId === '' ? null : who.personId, connection, device, newId });
  return {
    provider,
    connection,
    device,
    async close() {
      await provider.close();
      connection.close();
    },
  };
}

/** Resolves when the status is as wanted. @throws after some seconds, saying how it was */
export function until(provider: BoardProvider, wanted: (status: BoardStatus, doc: Y.Doc) => boolean, what = 'the status'): Promise<BoardStatus> {
  return new Promise((resolve, reject) => {
    const end = provider.subscribe(check);
    let doc = provider.doc;
    doc.on('afterTransaction', check);
    const timer = setTimeout(() => {
      finish();
      const { present, handedBack, ...status } = provider.status();
      reject(new Error(`waited too long for ${what}; it is ${JSON.stringify({ ...status, present: present.length, handedBack })}`));
    }, 15_000);
    function check(): void {
      if (provider.doc !== doc) {
        doc = provider.doc;
        doc.on('afterTransaction', check);
      }
      if (!wanted(provider.status(), provider.doc)) return;
      finish();
      resolve(provider.status());
    }
    function finish(): void {
      clearTimeout(timer);
      end();
      doc.off('afterTransaction', check);
    }
    check();
  });
}

export const saved = (status: BoardStatus): boolean => status.loaded && status.line === 'saved';

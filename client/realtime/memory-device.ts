/** A device that remembers as long as the process lives: for tools outside a browser, and for tests. */
import * as Y from 'yjs';
import type { Device, DeviceCopy, KeptBoard, Unsent } from './device-copy.ts';

export function memoryDevice(): Device {
  const copies = new Map<string, DeviceCopy>();
  return {
    board(personId, boardId) {
      const name = `${personId}/${boardId}`;
      const copy = copies.get(name) ?? memoryCopy();
      copies.set(name, copy);
      return copy;
    },
  };
}

function memoryCopy(): DeviceCopy {
  let seen: KeptBoard['seen'] = null;
  let unsent: Unsent[] = [];
  return {
    read: async () => ({ seen, unsent: [...unsent] }),
    keepUnsent: async (one) => void unsent.push(one),
    forgetUnsent: async (ids) => void (unsent = unsent.filter(({ id }) => !ids.has(id))),
    keepState: async (epoch, state) => void (seen = { epoch, state: seen?.epoch === epoch ? Y.mergeUpdates([seen.state, state]) : state }),
    startOver: async (epoch) => {
      unsent = [];
      seen = { epoch, state: new Uint8Array([0, 0]) };
    },
  };
}

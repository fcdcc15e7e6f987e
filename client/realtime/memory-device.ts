/** A device that remembers as long as the process lives: for tools outside a browser, and for tests. */
import { type Device, type DeviceCopy, emptySeen, type HandedBack, merged, type Seen, type Unsent } from './kept-board.ts';

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
  let seen: Seen | null = null;
  const unsent = new Map<string, Unsent>();
  const handedBack = new Map<string, HandedBack>();
  return {
    read: async () => ({ seen, unsent: [...unsent.values()], handedBack: [...handedBack.values()] }),
    async keepUnsent(one) {
      unsent.set(one.id, one);
      return true;
    },
    async forgetUnsent(ids) {
      for (const id of ids) unsent.delete(id);
    },
    async keepBack(back) {
      handedBack.set(back.id, back);
      return true;
    },
    forgetBack: async (backId) => void handedBack.delete(backId),
    keepState: async (now) => void (seen = merged(seen, now)),
    startOver: async (epoch) => void (seen = emptySeen(epoch)),
  };
}

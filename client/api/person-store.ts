/**
 * What the device's database holds for one person. A page opens it when it becomes theirs: once its person has signed out here, in this page or in
 * one beside it, nothing more is written through it, whatever screens are opened in that page afterwards.
 */
import { createStore, get, keys } from 'idb-keyval';

/** signed-out: it was not and will not be. failed: the database did not take it, and may take the next. */
export type Wrote = 'written' | 'signed-out' | 'failed';

export interface PersonStore {
  /** @throws where the browser refuses its database */
  read<T>(name: string): Promise<T | undefined>;
  /** @throws where the browser refuses its database */
  names(): Promise<string[]>;
  change<T>(name: string, to: (kept: T | undefined) => T): Promise<Wrote>;
  /** Whether its person has signed out here since this page was theirs; false where the browser refuses its database. */
  hasSignedOut(): Promise<boolean>;
  /** Lets everything go. Pages that have opened it by now write nothing any more. */
  end(): Promise<void>;
}

/** How often this person has signed out here. It is looked at within the transaction it decides about, so that no page sees it too late. */
const signOuts = 'sign-outs';

/** Those this page has opened. */
const opened = new Map<string, PersonStore>();

export function personStore(personId: string): PersonStore {
  const store = opened.get(personId) ?? openStore(personId);
  opened.set(personId, store);
  return store;
}

/** Somebody came in or went: what this page opens from now on it opens as of now. What is open already stays as of then. */
export function leaveStores(): void {
  opened.clear();
}

function openStore(personId: string): PersonStore {
  const store = createStore(`kindling-boards-${personId}`, 'boards');
  // A browser that has no database says so at once, not in its answer.
  const read = async <T>(name: string) => get<T>(name, store);
  // A database that does not open now and does later is that of somebody who has not signed out, as far as this page can know.
  const asOf = read<number>(signOuts).then(
    (count = 0) => count,
    () => null,
  );
  return {
    read,
    names: async () => keys<string>(store),
    async change<T>(name: string, to: (kept: T | undefined) => T) {
      const then = await asOf;
      try {
        return await store('readwrite', (all) =>
          together(all, [signOuts, name], ([count = 0, kept]) => {
            if (then !== null && count !== then) return 'signed-out';
            all.put(to(kept as T | undefined), name); // what a name holds is written through here alone.
            return 'written';
          }),
        );
      } catch {
        return 'failed';
      }
    },
    async hasSignedOut() {
      const then = await asOf;
      return (
        then !== null &&
        (await read<number>(signOuts).then(
          (count = 0) => count !== then,
          () => false,
        ))
      );
    },
    async end() {
      try {
        await store('readwrite', (all) =>
          together(all, [signOuts], ([count]) => {
            all.clear();
            all.put(typeof count === 'number' ? count + 1 : 1, signOuts);
          }),
        );
      } catch {
        // Nothing could be kept, so there is nothing to let go.
      }
    },
  };
}

/** Reads some names and does something about them in one transaction. @returns what was done, once it is on the device */
function together<T>(all: IDBObjectStore, names: readonly string[], work: (held: readonly unknown[]) => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const reading = names.map((name) => all.get(name));
    const last = reading.at(-1);
    let done: T;
    // Requests of one transaction are answered in order.
    if (last) last.onsuccess = () => (done = work(reading.map(({ result }): unknown => result)));
    all.transaction.oncomplete = () => resolve(done);
    all.transaction.onabort = () => reject(all.transaction.error ?? new Error('The database gave up'));
  });
}

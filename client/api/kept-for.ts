/**
 * Words this device keeps for one person beside its database, which would answer too late: each is written at once. What is kept this way obeys the
 * count of sign-outs too: looked at after every writing, and let go again where its person has signed out here since this page was theirs.
 */
import { keep, readKept } from './device.ts';
import { personStore } from './person-store.ts';

/** What this device would not keep, for as long as this page lives. */
const inPage = new Map<string, string>();

/**
 * Keeps a text under a name, or with null lets it go; `personId` is null for somebody who is not signed in. Where the device does not take it, or
 * lets it go again, this page keeps it: `notKept` is told then.
 */
export function keepFor(personId: string | null, name: string, text: string | null, notKept: () => void = () => undefined): void {
  inPage.delete(name);
  const isKept = keep(name, text);
  if (text === null) return;
  const inPageOnly = (): void => {
    inPage.set(name, text);
    notKept();
  };
  if (!isKept) inPageOnly();
  else if (personId !== null)
    void personStore(personId)
      .hasSignedOut()
      .then((has) => {
        if (!has || readKept(name) !== text) return;
        keep(name, null);
        inPageOnly();
      });
}

/** What is kept under a name, by this device or by this page alone; null for nothing. */
export function readKeptFor(name: string): string | null {
  return inPage.get(name) ?? readKept(name);
}

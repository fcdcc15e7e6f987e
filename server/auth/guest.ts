/** Guests: a session without an account, made by the server alone, for somebody who came by an invite. */
import type { App } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { addPerson, changePerson } from '../features/people/store.ts';

export interface Guest {
  readonly userId: string;
  /** The Set-Cookie headers that make the browser this guest. */
  readonly cookies: readonly string[];
  /** Lets the account go again, when nobody came of it. */
  forget(): Promise<void>;
}

/** Opens a guest's account and session for somebody who is not signed in; the browser gets the cookies only once the guest has a person. */
export async function openGuest(app: App, given: Headers): Promise<Guest> {
  const headers = new Headers(given);
  // Any cookie there is, is of an ended session: see dead-cookie.ts.
  headers.delete('cookie');
  const { headers: answered, response } = await app.auth.api.signInAnonymous({ headers, returnHeaders: true });
  const userId = response.user.id;
  return {
    userId,
    cookies: answered.getSetCookie(),
    forget: async () => (await app.auth.$context).internalAdapter.deleteUser(userId),
  };
}

/** Gives a guest's account its person, shown by the name they chose. @returns the person's id */
export async function addGuest(
  app: App,
  tx: Tx,
  { userId, name, groupId }: { userId: string; name: string; groupId: string | null },
): Promise<string> {
  const about = { name, standing: 'guest', nameShown: 'name', roleTitle: '', titleShown: false, siteId: null } as const;
  const person = await addPerson(tx, { id: app.newId(), userId, ...about, createdAt: app.clock.now() });
  if (groupId !== null) await changePerson(tx, person.id, { groupIds: [groupId] });
  return person.id;
}

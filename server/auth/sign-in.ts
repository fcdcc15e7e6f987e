/** From a request's cookies to who is looking. */
import { say } from '#shared/words/say.ts';
import type { App } from '../context.ts';
import { addPerson, keepIfNobodyDoes, personOfUser, type PersonRow } from '../features/people/store.ts';
import { type Viewer, visitor } from '../policy/viewer.ts';

/** The viewer behind these headers; an account without a person yet is given one. */
export async function viewerOf(app: App, headers: Headers): Promise<Viewer> {
  if (!headers.has('cookie')) return visitor;
  const found = await app.auth.api.getSession({ headers });
  if (found === null) return visitor;
  const { user, session } = found;
  const person = (await personOfUser(app.db, user.id)) ?? (await welcome(app, user));
  return { standing: person.standing, personId: person.id, userId: user.id, sessionId: session.id };
}

async function welcome(app: App, user: { id: string; name: string; isAnonymous?: boolean | null | undefined }): Promise<PersonRow> {
  const guest = user.isAnonymous === true;
  return app.db.transact(async (tx) => {
    const person = await addPerson(tx, {
      id: app.newId(),
      userId: user.id,
      name: user.name.trim().slice(0, 80) || say('people.somebody'),
      standing: guest ? 'guest' : 'member',
      nameShown: 'name',
      roleTitle: '',
      titleShown: false,
      siteId: null,
      createdAt: app.clock.now(),
    });
    if (!guest && person.standing === 'member' && (await keepIfNobodyDoes(tx, person.id))) return { ...person, standing: 'keeper' as const };
    return person;
  });
}

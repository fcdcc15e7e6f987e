/** From a request's cookies to who is looking. */
import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import { say } from '#shared/words/say.ts';
import type { App } from '../context.ts';
import type { Db } from '../db/db.ts';
import { together } from '../db/together.ts';
import { addPerson, keepIfNobodyDoes, personOfUser, type PersonRow, sessionsByToken } from '../features/people/store.ts';
import { type Viewer, visitor } from '../policy/viewer.ts';
import { sessionLife } from './auth.ts';
import { sessionToken } from './session-cookie.ts';

/** The viewer behind these headers; an account without a person yet is given one. */
export async function viewerOf(app: App, headers: IncomingHttpHeaders): Promise<Viewer> {
  if (headers.cookie === undefined) return visitor;
  const known = await knownViewer(app, headers.cookie);
  if (known !== null) return known;
  const found = await app.auth.api.getSession({ headers: fromNodeHeaders(headers) });
  if (found === null) return visitor;
  const { user, session } = found;
  const person = (await personOfUser(app.db, user.id)) ?? (await welcome(app, user));
  return { standing: person.standing, personId: person.id, userId: user.id, sessionId: session.id };
}

/**
 * Nearly every request: a session that is alive and not yet due for a longer life, of an account that has its person. One query for all who ask at this
 * moment, and read anew each time, so that signing out counts at once. Null leaves everything else to better-auth.
 */
async function knownViewer(app: App, cookies: string): Promise<Viewer | null> {
  const { name } = (await app.auth.$context).authCookies.sessionToken;
  const token = sessionToken(cookies, name, app.config.authSecret);
  if (token === null) return null;
  const session = await askFor(app.db)(token);
  if (session === null) return null;
  const left = session.expiresAt.getTime() - app.clock.now().getTime();
  if (left <= 0 || left <= (sessionLife.expiresIn - sessionLife.updateAge) * 1000) return null;
  const { standing, personId, userId, sessionId } = session;
  return { standing, personId, userId, sessionId };
}

type Session = Awaited<ReturnType<typeof sessionsByToken>> extends Map<string, infer Row> ? Row : never;
const asking = new WeakMap<Db, (token: string) => Promise<Session | null>>();

function askFor(db: Db): (token: string) => Promise<Session | null> {
  const known = asking.get(db);
  if (known !== undefined) return known;
  const ask = together<string, Session | null>(
    () => 'all',
    async (tokens) => {
      const found = await sessionsByToken(db, [...new Set(tokens)]);
      return tokens.map((token) => found.get(token) ?? null);
    },
  );
  asking.set(db, ask);
  return ask;
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

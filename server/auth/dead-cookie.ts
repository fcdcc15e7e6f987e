/** A cookie of a session that has ended, before better-auth sees it. */
import type { RequestHandler } from 'express';
import { fromNodeHeaders } from 'better-auth/node';
import type { App } from '../context.ts';

/**
 * Whoever comes in with the cookie of an ended session (they signed out elsewhere) would not come in: better-auth looks for a guest behind the old
 * cookie after it has made the new session, finds none, and tells the browser to drop the session's cookie. The link of a letter would be used up.
 */
export function withoutDeadSession(app: Pick<App, 'auth'>): RequestHandler {
  return async (request, _response, next) => {
    const { cookie } = request.headers;
    const { name } = (await app.auth.$context).authCookies.sessionToken;
    if (cookie?.includes(`${name}=`) === true && (await sessionBehind(app, request.headers)) === null)
      request.headers.cookie = withoutCookie(cookie, name);
    next();
  };
}

function sessionBehind({ auth }: Pick<App, 'auth'>, headers: Parameters<typeof fromNodeHeaders>[0]): Promise<unknown> {
  return auth.api.getSession({ headers: fromNodeHeaders(headers), query: { disableRefresh: true } });
}

/** The other cookies of a Cookie header. */
export function withoutCookie(cookies: string, name: string): string {
  return cookies
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => !pair.startsWith(`${name}=`))
    .join('; ');
}

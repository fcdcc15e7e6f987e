/** Coming in: e-mail and password, a link by mail, a guest's session, and OpenID Connect by configuration. */
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { anonymous, genericOAuth, magicLink } from 'better-auth/plugins';
import type { Mail } from '../adapters/mail.ts';
import type { Config } from '../config/config.ts';
import type { Db } from '../db/db.ts';
import { authAdapter } from './auth-adapter.ts';
import { comeIn } from './come-in.ts';
import { linkLetter } from './link-letters.ts';

export interface AuthNews {
  /** A session has ended: sign-out, "everywhere", or expiry. */
  sessionEnded(sessionId: string): void;
  /** Somebody who came as a guest now has an account: what they wrote goes with them. */
  guestClaimed(guestUserId: string, userId: string): Promise<void>;
}

export type Auth = ReturnType<typeof makeAuth>;

export const oidcProviderId = 'oidc';
/** The header in which our HTTP wall tells better-auth the caller's address; callers cannot set it. */
export const callerHeader = 'x-kindling-caller';

const hour = 3600;
/** In seconds: how long a session lives, and after how long its life is made longer. */
export const sessionLife = { expiresIn: 14 * 24 * hour, updateAge: 12 * hour };

export function makeAuth({ config, db, mail, url, news }: { config: Config; db: Db; mail: Mail; url: string; news: AuthNews }) {
  const secure = url.startsWith('https:');
  return betterAuth({
    appName: 'Kindling',
    baseURL: url,
    basePath: '/api/auth',
    secret: config.authSecret,
    database: authAdapter(db),
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: (request) => (request === undefined ? [] : ownOrigins(request)),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 200, autoSignIn: true },
    session: { ...sessionLife, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: config.rateLimits,
      window: 60,
      max: 60,
      storage: 'memory',
      customRules: { '/sign-in/*': { window: 900, max: 20 }, '/sign-up/*': { window: 900, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'kindling',
      useSecureCookies: secure,
      disableOriginCheck: false, // NODE_ENV=test would otherwise switch it off.
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [callerHeader] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, secure },
    },
    hooks: { before: onlyFromOurPages },
    databaseHooks: { session: { delete: { after: async (session) => news.sessionEnded(session.id) } } },
    disabledPaths: ['/sign-in/anonymous', '/delete-anonymous-user', '/delete-user'],
    plugins: [
      anonymous({
        emailDomainName: 'guest.invalid',
        disableDeleteAnonymousUser: true,
        onLinkAccount: ({ anonymousUser, newUser }) => news.guestClaimed(anonymousUser.user.id, newUser.user.id),
      }),
      magicLink({
        expiresIn: hour,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, token }) => mail.send(await linkLetter(db, email, `${url}/sign-in/link#${token}`)),
      }),
      comeIn(),
      genericOAuth({ config: config.oidc === null ? [] : [oidcProvider(config.oidc)] }),
    ],
  });
}

/** A link by mail is used by a GET, so another site could sign its visitors in as somebody else; a header of ours shows that our own page asks. */
const onlyFromOurPages = createAuthMiddleware(async (ctx) => {
  if (ctx.path === '/magic-link/verify' && ctx.headers?.get('x-kindling') !== '1') throw new APIError('FORBIDDEN');
});

function oidcProvider(oidc: NonNullable<Config['oidc']>) {
  return {
    providerId: oidcProviderId,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    discoveryUrl: `${oidc.issuer}/.well-known/openid-configuration`,
    scopes: ['openid', 'profile', 'email'],
    pkce: true,
  };
}

/** The page that calls must come from the host it calls, whatever name the host goes by. */
function ownOrigins(request: Request): string[] {
  const host = request.headers.get('host');
  return host === null ? [] : [`http://${host}`, `https://${host}`];
}

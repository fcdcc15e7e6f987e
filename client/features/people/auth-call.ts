/** Coming in and going out: the few addresses of better-auth that our pages use. Everything thrown is a Problem. */
import { badField, Problem } from '#shared/lib/problem.ts';

/** @throws Problem wrong e-mail or password, too many tries */
export async function signInByPassword(email: string, password: string): Promise<void> {
  filled({ email, password });
  await send('/sign-in/email', { email, password });
}

/** @throws Problem when the e-mail has an account or the password is too short */
export async function signUp(name: string, email: string, password: string): Promise<void> {
  filled({ name, email, password });
  await send('/sign-up/email', { name, email, password });
}

/** Sends a letter with a link, to new people too. */
export async function sendLink(email: string): Promise<void> {
  filled({ email });
  await send('/sign-in/magic-link', { email });
}

/** Uses the secret of a mailed link up. @throws Problem gone when it was used or is too old */
export async function followLink(token: string): Promise<void> {
  const answer = await ask(`/magic-link/verify?${new URLSearchParams({ token })}`, {});
  // A link that is over is answered with the way to an error page, which our page does not follow.
  if (answer.type === 'opaqueredirect' || !answer.ok)
    throw answer.status === 429 ? await problemOf(answer) : new Problem('gone', 'problem.link-gone');
}

export async function signOut(): Promise<void> {
  await send('/sign-out', {});
}

/** Where to go to come in by OpenID Connect; it comes back to `next`. */
export async function oidcAddress(provider: string, next: string): Promise<string> {
  const answer: unknown = await (await send('/sign-in/social', { provider, callbackURL: next, errorCallbackURL: '/sign-in' })).json();
  const url: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'url') : null;
  if (typeof url !== 'string') throw new Problem('unexpected', 'signIn.oidc-failed');
  return url;
}

/** @throws Problem naming every field that is empty */
function filled(fields: Readonly<Record<string, string>>): void {
  const empty = Object.keys(fields).filter((field) => fields[field]?.trim() === '');
  if (empty.length > 0) throw new Problem('invalid', 'problem.invalid', { fields: empty.map((field) => ({ field, reason: 'field.required' })) });
}

async function send(address: string, body: object): Promise<Response> {
  const answer = await ask(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}

function ask(address: string, init: RequestInit): Promise<Response> {
  return fetch(`/api/auth${address}`, {
    ...init,
    headers: { ...init.headers, 'x-kindling': '1' },
    credentials: 'same-origin',
    redirect: 'manual',
    cache: 'no-store',
  });
}

async function problemOf(answer: Response): Promise<Problem> {
  if (answer.status === 429)
    return new Problem('too-many', 'problem.too-many', { retryAfterMs: Number(answer.headers.get('x-retry-after') ?? 60) * 1000 });
  if (answer.status === 401) return new Problem('not-allowed', 'signIn.wrong');
  if (answer.status === 422) return new Problem('conflict', 'signIn.email-taken');
  if (answer.status >= 500) return new Problem('unavailable', 'problem.restarting');
  const body: unknown = await answer.json().catch(() => null);
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : null;
  return (typeof code === 'string' && told.get(code)?.()) || new Problem('unexpected', 'problem.unexpected');
}

/** What better-auth says by a code of its own. */
const told: ReadonlyMap<string, () => Problem> = new Map([
  ['INVALID_EMAIL', () => badField('email', 'field.email')],
  ['PASSWORD_TOO_SHORT', () => badField('password', 'field.too-short', { min: 10 })],
  ['PASSWORD_TOO_LONG', () => badField('password', 'field.too-long', { max: 200 })],
  ['VALIDATION_ERROR', () => badField('email', 'field.email')],
]);

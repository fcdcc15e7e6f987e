/** Ways to come in, as a browser takes them, and the letters that bring links. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Somebody, TestServer } from './test-server.ts';

export const password = 'correct horse battery';

/** A POST to better-auth as our own page sends it. */
export function post(server: TestServer, from: Somebody, address: string, body: object): Promise<Response> {
  return from.fetch(`/api/auth${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify(body),
  });
}

/** The letters sent to an address, the oldest first. */
export async function lettersTo(server: TestServer, email: string): Promise<string[]> {
  const folder = path.join(server.dataDir, 'outbox');
  const names = await readdir(folder).catch(() => []);
  const letters = await Promise.all(
    names.map(async (name) => ({ at: (await stat(path.join(folder, name))).mtimeMs, text: await readFile(path.join(folder, name), 'utf8') })),
  );
  return letters
    .filter((letter) => letter.text.startsWith(`To: ${email}\n`))
    .sort((a, b) => a.at - b.at)
    .map((letter) => letter.text);
}

/** What stands in the fragment of the link in the last letter to an address. */
export async function tokenTo(server: TestServer, email: string): Promise<string> {
  const token = (await lettersTo(server, email)).at(-1)?.match(/#(\S+)/)?.[1];
  if (token === undefined) throw new Error(`no letter with a link was sent to ${email}`);
  return token;
}

/** Uses a link that was asked for by mail, as the page behind it does. */
export function followLink(from: Somebody, token: string): Promise<Response> {
  return from.fetch(`/api/auth/magic-link/verify?token=${encodeURIComponent(token)}`, { headers: { 'x-kindling': '1' } });
}

/** Somebody who came by an invite link to the place. */
export async function aGuest(server: TestServer, keeper: Somebody, name: string): Promise<Somebody> {
  const { secret } = await keeper.call.invites.make({ initiativeId: null });
  const guest = server.visitor();
  await guest.call.invites.redeem({ secret, name });
  return { ...guest, name, personId: (await guest.call.people.me()).person?.id ?? '' };
}

import { createHash, randomBytes } from 'node:crypto';
import { linkDays } from '#shared/features/asks/answers.ts';
import { dayMs } from '#shared/lib/clock.ts';
import type { App } from '../../../context.ts';
import type { Tx } from '../../../db/db.ts';
import { addLink } from './store.ts';

/**
 * A link that answers this ask as this person, once. It goes into their letter and nowhere else: the secret stands in the fragment,
 * which browsers send to no server. @returns its address in the app
 */
export async function makeLink(app: Pick<App, 'clock'>, tx: Tx, { askId, personId }: { askId: string; personId: string }): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const createdAt = app.clock.now();
  const expiresAt = new Date(createdAt.getTime() + linkDays * dayMs);
  await addLink(tx, { secretHash: hashOf(secret), askId, personId, createdAt, expiresAt });
  return `/answer#${secret}`;
}

/** SHA-256 of a secret, in hex. The secret has 256 random bits, so it needs no salt and no slow hash. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

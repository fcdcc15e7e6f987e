import type { Tx } from '../db/db.ts';

/** An account without a password: one comes in as it by a link, or on the server's own machine. */
export async function addAccount({ sql, t }: Tx, account: { userId: string; name: string; email: string; at: Date }): Promise<void> {
  const { userId: id, name, email, at } = account;
  await sql.insert(t.user).values({ id, name, email, emailVerified: true, image: null, isAnonymous: null, createdAt: at, updatedAt: at });
}

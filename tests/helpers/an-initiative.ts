/** An initiative, its people and its blockers written straight into the rows, for tests of what happens inside one. */
import type { Db, Reader } from '#server/db/db.ts';
import { putElements } from '#server/boards/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { wordsHash } from '#shared/lib/words-hash.ts';
import type { Seat } from '#shared/policy/facts.ts';

export const purpose = 'People wait one hour less, and know why they wait.';
export const began = new Date('2027-03-01T09:00:00Z');

export interface Given {
  readonly title?: string;
  /** The seat of each person, by person id. */
  readonly team?: Readonly<Record<string, Seat>>;
}

/** @returns the id of the initiative */
export async function anInitiative(db: Db, { title = 'Shorter waits', team = {} }: Given = {}): Promise<string> {
  const id = newId();
  const [litBy = newId()] = Object.keys(team);
  await db.transact(async ({ sql, t }) => {
    const lit = {
      id,
      title,
      purpose,
      purposeHash: wordsHash(purpose),
      forWhom: 'Everybody who waits',
      state: 'active' as const,
      label: null,
      litBy,
    };
    await sql.insert(t.initiative).values({ ...lit, litAt: began, movedAt: began });
    await sql.insert(t.board).values({ id, epoch: 1, seq: 0, createdAt: began });
    for (const [personId, seat] of Object.entries(team)) {
      await sql.insert(t.membership).values({ initiativeId: id, personId, seat, perspectives: [], joinedAt: began, leftAt: null });
    }
  });
  return id;
}

export interface GivenBlocker {
  readonly kind?: string;
  readonly state?: string;
  readonly title?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly archivedAt?: Date | null;
}

/** A blocker on the board of an initiative, as the projection keeps it. @returns its id */
export async function aBlocker(db: Db, initiativeId: string, given: GivenBlocker = {}): Promise<string> {
  const { kind = 'blocker', state = 'stuck', title = 'The lift is too small for a bed', fields = {}, archivedAt = null } = given;
  const elementId = newId();
  const who = { addedBy: null, addedAt: began, changedBy: null, changedAt: began };
  const row: Reader['t']['boardElement']['$inferSelect'] = {
    boardId: initiativeId,
    elementId,
    kind,
    state,
    title,
    position: 'V',
    fields: { title, ...fields },
    archivedAt,
    ...who,
  };
  await db.transact((tx) => putElements(tx, [row]));
  return elementId;
}

/** Somebody with an account, or a guest. @returns their person id */
export async function aPerson(db: Db, name: string, standing: 'guest' | 'member' | 'keeper' = 'member'): Promise<string> {
  const id = newId();
  const userId = newId();
  const account = {
    id: userId,
    name,
    email: `${userId.toLowerCase()}@example.org`,
    emailVerified: true,
    image: null,
    isAnonymous: standing === 'guest' ? true : null,
  };
  const shows = { nameShown: 'name', roleTitle: '', titleShown: false, siteId: null } as const;
  await db.transact(async ({ sql, t }) => {
    await sql.insert(t.user).values({ ...account, createdAt: began, updatedAt: began });
    await sql.insert(t.person).values({ id, userId, name, standing, ...shows, createdAt: began });
  });
  return id;
}

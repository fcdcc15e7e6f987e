/** How people show to others: by name or by role, as each of them chose. */
import { eq, inArray } from 'drizzle-orm';
import type { PersonCard } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import type { Reader } from '../db/db.ts';

/** Cards of the people with these ids, by id; unknown ids are left out. */
export async function faces({ sql, t }: Reader, ids: Iterable<string | null>): Promise<Map<string, PersonCard>> {
  const wanted = [...new Set([...ids].filter((one) => one !== null))];
  const found = new Map<string, PersonCard>();
  for (let i = 0; i < wanted.length; i += 500) {
    const part = wanted.slice(i, i + 500);
    const rows = await sql.select().from(t.person).where(inArray(t.person.id, part));
    const groups = await groupNames({ sql, t }, part);
    for (const row of rows) found.set(row.id, cardOf(row, groups.get(row.id) ?? null));
  }
  return found;
}

/** How one person shows, in the words of a sentence. */
export function labelIn(cards: ReadonlyMap<string, PersonCard>, personId: string | null): string {
  return (personId === null ? undefined : cards.get(personId)?.label) ?? say('people.somebody');
}

/** A card from a person's row: the name only when they show it, the title only when they show it. */
export function cardOf(
  row: { id: string; name: string; nameShown: 'name' | 'role'; roleTitle: string; titleShown: boolean },
  group: string | null,
): PersonCard {
  const role = row.roleTitle || group || say('people.somebody');
  return {
    id: row.id,
    label: row.nameShown === 'name' ? row.name : role,
    group,
    title: row.titleShown && row.roleTitle !== '' && row.nameShown === 'name' ? row.roleTitle : null,
  };
}

async function groupNames({ sql, t }: Reader, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql
    .select({ personId: t.personGroup.personId, name: t.group.name })
    .from(t.personGroup)
    .innerJoin(t.group, eq(t.group.id, t.personGroup.groupId))
    .where(inArray(t.personGroup.personId, [...personIds]))
    .orderBy(t.group.position);
  const first = new Map<string, string>();
  for (const row of rows) if (!first.has(row.personId)) first.set(row.personId, row.name);
  return first;
}

/** Whether there is such a person, and whether they have an account that an ask can reach. */
export async function reachOf({ sql, t }: Reader, personId: string): Promise<'account' | 'guest' | null> {
  const [row] = await sql.select({ standing: t.person.standing }).from(t.person).where(eq(t.person.id, personId));
  if (row === undefined) return null;
  return row.standing === 'guest' ? 'guest' : 'account';
}

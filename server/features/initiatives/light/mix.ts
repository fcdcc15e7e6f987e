/** Two groups first: an initiative that only one side of the table carries seldom gets far. */
import type { GroupSide } from '#shared/features/place/model.ts';

/**
 * Puts one person from each side first, beginning with the side the one who lights is not on; everybody else keeps their order.
 * `sidesOf` gives the sides somebody sits on, none when they are in no group.
 */
export function mixFirst<T>(people: readonly T[], sidesOf: (person: T) => ReadonlySet<GroupSide>, mine: ReadonlySet<GroupSide>): T[] {
  const order: readonly GroupSide[] = mine.has('community') && !mine.has('staff') ? ['staff', 'community'] : ['community', 'staff'];
  const first: T[] = [];
  for (const side of order) {
    const found = people.find((person) => !first.includes(person) && sidesOf(person).has(side));
    if (found !== undefined) first.push(found);
  }
  return [...first, ...people.filter((person) => !first.includes(person))];
}

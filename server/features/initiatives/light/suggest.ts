/** Who might light a spark with you: people who kindled it, from two groups first. */
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../../context.ts';
import { faces } from '../../../faces/store.ts';
import { allowing, personOf, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { mixFirst } from './mix.ts';
import * as store from './store.ts';

export interface SuggestedCoOwner {
  readonly personId: string;
  readonly label: string;
  readonly group: string | null;
  readonly said: string[];
}

/** Guests are left out: they are invited as members, and can be co-owners once they have added an e-mail. @throws Problem not-found */
export async function suggestCoOwners(app: App, viewer: Viewer, sparkId: string): Promise<{ items: SuggestedCoOwner[] }> {
  allowing('initiative.light', await placeFacts(app.db, viewer));
  const me = personOf(viewer);
  if (!(await store.sparkIsThere(app.db, sparkId))) throw new Problem('not-found', 'problem.not-found');
  const kindled = await store.kindledOn(app.db, [sparkId]);
  const near = [...new Set([...kindled.map((one) => one.personId), ...(await store.namedAuthorsOf(app.db, [sparkId]))])];
  const withAccount = new Set((await store.peopleAmong(app.db, near)).filter((person) => !person.guest).map((person) => person.id));
  const people = near.filter((id) => id !== me && withAccount.has(id));
  const [cards, sides] = await Promise.all([faces(app.db, people), store.sidesOf(app.db, [...people, me])]);
  const none: ReadonlySet<'staff' | 'community'> = new Set();
  const ordered = mixFirst(people, (id) => sides.get(id) ?? none, sides.get(me) ?? none);
  return {
    items: ordered.flatMap((personId) => {
      const card = cards.get(personId);
      const said = kindled.filter((one) => one.personId === personId).map((one) => one.sentence);
      return card === undefined ? [] : [{ personId, label: card.label, group: card.group, said }];
    }),
  };
}

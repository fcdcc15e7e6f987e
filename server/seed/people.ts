/** The demo's people come in, and say how they show. */
import { Problem } from '#shared/lib/problem.ts';
import { changeWishes } from '../features/notices/wishes/commands.ts';
import { usual } from '../features/notices/wishes/usual.ts';
import { changeMe } from '../features/people/commands.ts';
import { addPerson } from '../features/people/store.ts';
import { putGroup, putSite } from '../features/place/commands.ts';
import { offerToTry } from '../features/place/store.ts';
import type { Viewer } from '../policy/viewer.ts';
import type { Demo, DemoPerson } from './content/shape.ts';
import type { Seeding } from './seeding.ts';
import { addAccount } from './store.ts';

/** Finds the viewer that a person of the demo is. */
export type As = (personId: string) => Viewer;

/** Opens the doors: accounts, groups, sites, and how everybody shows. */
export async function bringPeopleIn({ app }: Seeding, { place, people }: Demo): Promise<As> {
  const viewers = new Map(people.map((person) => [person.id, viewerFor(person, place.keptBy, app.newId())]));
  const as: As = (personId) => {
    const viewer = viewers.get(personId);
    if (viewer === undefined) throw new Problem('not-found', 'problem.not-found');
    return viewer;
  };
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    for (const { id, name } of people) {
      const { userId, standing } = as(id);
      if (userId === null || standing === 'visitor') continue;
      await addAccount(tx, { userId, name, email: `${id.replace('person-', '')}@demo.example`, at });
      const shows = { nameShown: 'name', roleTitle: '', titleShown: false, siteId: null } as const;
      await addPerson(tx, { id, userId, name, standing, ...shows, createdAt: at });
    }
    await offerToTry(
      tx,
      people.flatMap(({ id: personId, tryAs: note }) => (note === null ? [] : [{ personId, note }])),
    );
  });
  for (const group of place.groups) await putGroup(app, as(place.keptBy), { ...group, archived: false });
  for (const site of place.sites) await putSite(app, as(place.keptBy), { ...site, archived: false });
  for (const { id, nameShown, roleTitle, titleShown, siteId, groupId } of people)
    await changeMe(app, as(id), { nameShown, roleTitle, titleShown, siteId, groupIds: [groupId] });
  return as;
}

/** Those whose letters are to be in another language say so, as the last thing they did: their digest tells of what comes from now on. */
export async function chooseLanguages({ app }: Seeding, { people }: Demo, as: As): Promise<void> {
  for (const { id, language } of people.filter((person) => person.language === 'nl'))
    await changeWishes(app, as(id), { ...usual, timeZone: 'Europe/Amsterdam', language });
}

function viewerFor({ id }: DemoPerson, keeperId: string, userId: string): Viewer {
  return { standing: id === keeperId ? 'keeper' : 'member', personId: id, userId, sessionId: null };
}

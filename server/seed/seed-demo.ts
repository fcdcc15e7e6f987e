/**
 * The demo place. Its people act through the public commands, each at their own time; all of it is one transaction, so that a
 * server that is killed in the middle starts over on an empty folder, and of two that start at once one does it.
 */
import type { App } from '../context.ts';
import { addPlace } from '../features/place/store.ts';
import type { Act } from './act.ts';
import { boardActs } from './board-acts.ts';
import { readDemo } from './content/demo.ts';
import type { Demo } from './content/shape.ts';
import { decisionActs } from './decision-acts.ts';
import { initiativeActs } from './initiative-acts.ts';
import { type As, bringPeopleIn, chooseLanguages } from './people.ts';
import { seedingIn, type Seeding } from './seeding.ts';
import { sparkActs } from './spark-acts.ts';
import { systemAskActs } from './system-ask-acts.ts';

/** Fills an empty database with the demo place; does nothing where there is a place already. */
export async function seedDemo(app: App): Promise<void> {
  const demo = readDemo();
  await app.db.transact(async (tx) => {
    const seeding = seedingIn(app, tx);
    try {
      seeding.goTo(demo.place.openedDaysAgo);
      const { name, keptBy } = demo.place;
      if (!(await addPlace(tx, { name, demo: true, openToRead: true, keptBy, createdAt: seeding.app.clock.now() }))) return;
      const as = await bringPeopleIn(seeding, demo);
      await act(seeding, actsOf(seeding, demo, as));
      seeding.goTo(0);
      await chooseLanguages(seeding, demo, as);
    } finally {
      await seeding.close();
    }
  });
}

function actsOf(seeding: Seeding, demo: Demo, as: As): Act[] {
  const acts = [
    ...sparkActs(seeding, demo, as),
    ...systemAskActs(seeding, demo, as),
    ...demo.initiatives.flatMap((one) => [...initiativeActs(seeding, one, as), ...decisionActs(seeding, one, as), ...boardActs(seeding, one)]),
  ];
  return acts.toSorted((a, b) => b.daysAgo - a.daysAgo);
}

/** One after the other, the longest ago first. */
async function act(seeding: Seeding, acts: readonly Act[]): Promise<void> {
  for (const { daysAgo, run } of acts) {
    seeding.goTo(daysAgo);
    await run();
  }
}

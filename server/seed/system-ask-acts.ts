/** What people of the demo gathered beyond their own board: raised, joined, and taken where it will be heard. */
import { joinSystemAsk, raiseSystemAsk } from '../features/system-asks/commands.ts';
import { sponsor } from '../features/system-asks/sponsor.ts';
import type { Act } from './act.ts';
import type { Demo } from './content/shape.ts';
import type { As } from './people.ts';
import type { Seeding } from './seeding.ts';

export function systemAskActs({ app, dayIn }: Seeding, { systemAsks }: Demo, as: As): Act[] {
  return systemAsks.flatMap(({ id, cause, kind, forum, heardInDays, joined, sponsor: taken }) => {
    const heardOn = heardInDays === null ? null : dayIn(heardInDays);
    const gathered = joined.map(({ by, daysAgo, initiativeId, elementId, ...told }, at) => ({
      daysAgo,
      run: () =>
        at === 0
          ? raiseSystemAsk(app, as(by), { id: initiativeId, systemAskId: id, elementId, cause, kind, forum, heardOn, ...told })
          : joinSystemAsk(app, as(by), { id, initiativeId, elementId, ...told }),
    }));
    return taken === null ? gathered : [...gathered, { daysAgo: taken.daysAgo, run: () => sponsor(app, as(taken.by), id) }];
  });
}

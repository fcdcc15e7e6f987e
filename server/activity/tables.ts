import type { Kit } from '../db/kit.postgres.ts';

export function activityTables(c: Kit) {
  const activity = c.table(
    'activity',
    {
      id: c.serial(),
      at: c.instant().notNull(),
      /** The event's name, past tense. */
      what: c.text().notNull(),
      initiativeId: c.text(),
      /** Who did it; null for the server, and for everything unnamed. */
      personId: c.text(),
      elementId: c.text(),
      /** Values for the sentence; never free text of an unnamed entry. */
      values: c.json<Record<string, string | number>>().notNull(),
    },
    (t) => [c.index('activity_initiative').on(t.initiativeId, t.id), c.index('activity_at').on(t.at)],
  );
  const look = c.table(
    'look',
    { personId: c.text().notNull(), initiativeId: c.text().notNull(), at: c.instant().notNull(), activityId: c.big().notNull() },
    (t) => [c.primaryKey({ columns: [t.personId, t.initiativeId] })],
  );
  return { activity, look };
}

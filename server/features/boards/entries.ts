/** From rows of activity to sentences waiting to be said: codes become words, people show as they chose. */
import type { ActivityEntry } from '#shared/features/boards/model.ts';
import { speechOf } from '#shared/words/say-in.ts';
import { activityValues } from '../../activity/values.ts';
import type { Reader } from '../../db/db.ts';
import { faces, labelIn } from '../../faces/store.ts';
import type { Viewer } from '../../policy/viewer.ts';
import type { KnownActivity } from './store.ts';

const english = speechOf('en');

export async function entriesOf(reader: Reader, viewer: Viewer, rows: readonly KnownActivity[]): Promise<ActivityEntry[]> {
  const cards = await faces(
    reader,
    rows.map((row) => row.personId),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    what: row.what,
    values: { ...activityValues(english, row), who: labelIn(cards, row.personId) },
    elementId: row.elementId,
    mine: row.personId !== null && row.personId === viewer.personId,
  }));
}

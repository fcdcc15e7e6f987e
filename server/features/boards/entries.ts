/** From rows of activity to sentences waiting to be said: codes become words, people show as they chose. */
import { kindNamed } from '#shared/elements/registry.ts';
import { stateWord } from '#shared/elements/wording.ts';
import { initiativeState } from '#shared/features/initiatives/model.ts';
import type { ActivityEntry } from '#shared/features/boards/model.ts';
import { say } from '#shared/words/say.ts';
import type { Reader } from '../../db/db.ts';
import { faces, labelIn } from '../../faces/store.ts';
import type { Viewer } from '../../policy/viewer.ts';
import type { KnownActivity } from './store.ts';

export async function entriesOf(reader: Reader, viewer: Viewer, rows: readonly KnownActivity[]): Promise<ActivityEntry[]> {
  const cards = await faces(
    reader,
    rows.map((row) => row.personId),
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    what: row.what,
    values: { ...valuesOf(row), who: labelIn(cards, row.personId) },
    elementId: row.elementId,
    mine: row.personId !== null && row.personId === viewer.personId,
  }));
}

/** A card is called what it is called now, so that a card written after it was added does not stay nameless for ever. */
function valuesOf({ values, titleNow }: KnownActivity): ActivityEntry['values'] {
  const title = titleNow ?? values['title'];
  return {
    ...values,
    ...(title === undefined ? {} : { title: String(title).trim() === '' ? say('kinds.untitled') : title }),
    ...(values['state'] === undefined ? {} : { state: stateIn(values) }),
  };
}

function stateIn({ kind, state }: Readonly<Record<string, string | number>>): string {
  const ofInitiative = initiativeState.safeParse(state);
  if (kind === undefined && ofInitiative.success) return say(`initiatives.state-${ofInitiative.data}`);
  const known = kindNamed(String(kind));
  return known !== null && Object.hasOwn(known.states, String(state)) ? stateWord(known.name, String(state)) : String(state);
}

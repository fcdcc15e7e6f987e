/** What a digest says: plain sentences per initiative, and first of all what is about things of the reader's own. */
import type { Speech } from '#shared/words/say-in.ts';
import { activityValues } from '../../../activity/values.ts';
import type { Reader } from '../../../db/db.ts';
import { faces } from '../../../faces/store.ts';
import { noticeSentence } from '../sentence.ts';
import { titlesOf } from '../store.ts';
import * as store from './store.ts';

export interface Part {
  /** Null for what is about the reader's own things. */
  readonly initiative: { readonly id: string; readonly title: string } | null;
  readonly sentences: readonly string[];
  /** How many there are besides. */
  readonly more: number;
}

const sentencesShown = 8;

/** Empty when nothing moved. */
export async function digestFor(reader: Reader, speech: Speech, personId: string, span: store.Span): Promise<Part[]> {
  const followed = await store.followedBy(reader, personId);
  const moved = await store.movedIn(
    reader,
    personId,
    followed.map((one) => one.id),
    span,
  );
  const told = await store.heldBack(reader, personId, span);
  const people = await faces(reader, [...moved.map((row) => row.personId), ...told.map((notice) => notice.byPersonId)]);
  const titles = await titlesOf(
    reader,
    told.map((notice) => notice.initiativeId),
  );
  const who = (id: string | null) => (id === null ? undefined : people.get(id)?.label) ?? speech.say('people.somebody');
  const own = told.map((notice) => noticeSentence(speech, notice, { people, titles }));
  const parts = followed.map(({ id, title }) => {
    const rows = onceEach(moved.filter((row) => row.initiativeId === id && !told.some((notice) => isSame(notice, row))));
    const sentences = rows.map((row) => speech.sayKey(`activity.${row.what}`, { ...activityValues(speech, row), who: who(row.personId) }).trim());
    return part({ id, title }, sentences);
  });
  return [part(null, own), ...parts].filter((one) => one.sentences.length > 0);
}

function part(initiative: Part['initiative'], sentences: readonly string[]): Part {
  return { initiative, sentences: sentences.slice(0, sentencesShown), more: Math.max(0, sentences.length - sentencesShown) };
}

/** One person working on one thing all day is told once. */
function onceEach(rows: readonly store.Moved[]): store.Moved[] {
  return [...new Map(rows.map((row) => [`${row.what}/${row.personId ?? ''}/${row.elementId ?? JSON.stringify(row.values)}`, row])).values()];
}

/** Whether a happening was already told to this reader in a sentence of their own. */
function isSame(notice: Awaited<ReturnType<typeof store.heldBack>>[number], row: store.Moved): boolean {
  return (
    notice.initiativeId === row.initiativeId &&
    notice.what === row.what &&
    notice.byPersonId === row.personId &&
    notice.createdAt.getTime() === row.at.getTime()
  );
}

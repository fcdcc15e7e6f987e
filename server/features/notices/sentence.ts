/** From a notice to the sentence it is, in the reader's language. */
import type { PersonCard } from '#shared/features/people/model.ts';
import type { Speech } from '#shared/words/say-in.ts';
import type { NoticeRow } from './store.ts';

export interface Around {
  readonly people: ReadonlyMap<string, PersonCard>;
  /** Titles of initiatives by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Values are filled in here, so that what goes out names people only as they show themselves now. */
export function noticeValues({ say }: Speech, notice: Pick<NoticeRow, 'byPersonId' | 'initiativeId' | 'values'>, around: Around) {
  const who = (notice.byPersonId === null ? undefined : around.people.get(notice.byPersonId)?.label) ?? say('people.somebody');
  const initiative = (notice.initiativeId === null ? undefined : around.titles.get(notice.initiativeId)) ?? say('kinds.untitled');
  const title = String(notice.values['title'] ?? '').trim() || say('kinds.untitled');
  return { ...notice.values, who, initiative, title };
}

export function noticeSentence(speech: Speech, notice: Pick<NoticeRow, 'what' | 'byPersonId' | 'initiativeId' | 'values'>, around: Around): string {
  return speech.sayKey(`notices.${notice.what}`, noticeValues(speech, notice, around)).replaceAll(/\s+/g, ' ');
}

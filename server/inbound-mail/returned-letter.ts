/** The letter with a reply that could not be posted, or with what was left out of it. It has no reply address, so it can begin no loop. */
import { speechOf } from '#shared/words/say-in.ts';
import type { Letter } from '../adapters/mail.ts';
import type { App } from '../context.ts';
import { noticeById } from '../features/notices/store.ts';
import { letterReader } from '../features/notices/wishes/store.ts';
import type { Block } from '../letters/blocks.ts';
import type { LetterRow } from '../outbox/store.ts';
import { withoutFiles } from './hand-back.ts';

/** It answers a mail of the reader's own, so it goes whatever they muted. Null when there is nobody to read it any more. */
export async function returnedLetter({ db, url }: Pick<App, 'db' | 'url'>, row: LetterRow): Promise<Letter | null> {
  const reader = await letterReader(db, row.personId);
  const notice = row.noticeId === null ? null : await noticeById(db, row.noticeId);
  if (reader === null || notice === null || row.because === null) return null;
  const { say, sayKey, language } = speechOf(reader.language);
  const { reason, values } = row.because;
  const posted = reason === withoutFiles;
  const words: Block[] =
    row.words === null
      ? []
      : [
          { is: 'line', text: say('mail.returned-words') },
          { is: 'words', text: row.words },
        ];
  const blocks: Block[] = [
    { is: 'line', text: say('mail.hello', { name: reader.name }) },
    ...(posted ? [] : [{ is: 'line', text: say('mail.returned-lead') } as const]),
    { is: 'line', text: sayKey(reason, values) },
    ...words,
    { is: 'link', label: say('mail.returned-open'), url: `${url}${notice.address}` },
  ];
  return { id: row.id, to: reader.email, subject: say(posted ? 'mail.files-subject' : 'mail.returned-subject'), language, blocks };
}

/** The letter that tells of one notice, at once. Made when it goes, so that it reads as things stand then. */
import { speechOf } from '#shared/words/say-in.ts';
import type { Letter } from '../../../adapters/mail.ts';
import type { App } from '../../../context.ts';
import { faces } from '../../../faces/store.ts';
import type { Block } from '../../../letters/blocks.ts';
import { replyAddress } from '../../../letters/reply-address.ts';
import type { LetterRow } from '../../../outbox/store.ts';
import { noticeSentence } from '../sentence.ts';
import { noticeById, type NoticeRow, purposeOf } from '../store.ts';
import type { Quiet } from '../wishes/quiet-links.ts';
import { isMuted, letterReader } from '../wishes/store.ts';
import { foot, stopAddress } from './foot.ts';
import { replyPlace } from './reply-place.ts';

const longestSubject = 150;

/** Null when there is nobody to read it any more, or they want no more of it. */
export async function noticeLetter(app: Pick<App, 'db' | 'url' | 'config'>, row: LetterRow): Promise<Letter | null> {
  const { db, url } = app;
  const found = await stillWanted(app, row);
  if (found === null) return null;
  const { notice, reader } = found;
  const { why, initiativeId, byPersonId } = notice;
  const about = initiativeId === null ? null : await purposeOf(db, initiativeId);
  const speech = speechOf(reader.language);
  const { say, sayKey } = speech;
  const titles = new Map(initiativeId === null || about === null ? [] : [[initiativeId, about.title]]);
  const sentence = noticeSentence(speech, notice, { people: await faces(db, [byPersonId]), titles });
  const quiet: Quiet = initiativeId === null ? { what: 'letters' } : { what: 'initiative', initiativeId };
  const stop = stopAddress(app, reader.personId, quiet);
  const reply = replyTo(app, notice);
  const blocks: Block[] = [
    { is: 'line', text: say('mail.hello', { name: reader.name }) },
    { is: 'line', text: sentence },
    ...(row.words === null ? [] : [{ is: 'words', text: row.words } as const]),
    { is: 'link', label: say(`mail.open-${why}`), url: `${url}${row.secretAddress ?? notice.address}` },
    ...(reply === null ? [] : [{ is: 'line', text: say(`mail.reply-${reply.hint}`) } as const]),
    ...(about === null ? [] : aboutIt(about, say)),
    foot(app, speech, { why: sayKey(`mail.why-${why}`), quiet, stop }),
  ];
  return { id: row.id, to: reader.email, subject: cut(sentence), language: reader.language, blocks, unsubscribe: stop, replyTo: reply?.address };
}

/** Where a reply goes and what is said of it; null when no reply would say anything, or none can come in. */
function replyTo({ config }: Pick<App, 'config'>, notice: NoticeRow): { address: string; hint: 'spark' | 'ask' | 'line' } | null {
  const place = replyPlace(notice);
  if (config.inboundMail === null || place === null) return null;
  const hint = place.on === 'ask' && notice.why !== 'ask' ? 'line' : place.on;
  return { address: replyAddress(config.authSecret, config.inboundMail.address, notice.id), hint };
}

async function stillWanted({ db }: Pick<App, 'db'>, row: LetterRow) {
  const notice = row.noticeId === null ? null : await noticeById(db, row.noticeId);
  const reader = await letterReader(db, row.personId);
  if (notice === null || reader === null || !reader.wishes.mail) return null;
  const muted = notice.initiativeId !== null && (await isMuted(db, reader.personId, notice.initiativeId));
  return muted ? null : { notice, reader };
}

function aboutIt({ title, purpose }: { title: string; purpose: string }, say: ReturnType<typeof speechOf>['say']): Block[] {
  const lines = [say('mail.about', { initiative: title }), ...(purpose === '' ? [] : [say('mail.purpose', { purpose })])];
  return lines.map((text) => ({ is: 'line', text }));
}

function cut(subject: string): string {
  return subject.length <= longestSubject ? subject : `${subject.slice(0, longestSubject - 3)}...`;
}

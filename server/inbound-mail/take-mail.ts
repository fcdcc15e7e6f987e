/**
 * A mail that came in as a reply to one of our letters. The address it was sent to is the right: it posts words as the letter's reader, to the one thing
 * the letter told of, if the policy lets them at this moment. Whom the mail says it is from is not looked at.
 */
import { createHash, createHmac } from 'node:crypto';
import { commentPost } from '#shared/features/sparks/model.ts';
import { askMore } from '#shared/features/asks/model.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { parseOr } from '#shared/lib/field-problems.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../context.ts';
import { replyToAsk } from '../features/asks/say-line.ts';
import { type ReplyPlace, replyPlace } from '../features/notices/letters/reply-place.ts';
import { noticeById, type NoticeRow } from '../features/notices/store.ts';
import { personById } from '../features/people/store.ts';
import { reply } from '../features/sparks/replies/commands.ts';
import { noticesRepliedTo } from '../letters/reply-address.ts';
import { type Viewer, visitor } from '../policy/viewer.ts';
import { isAutomatic } from './automatic.ts';
import { handBack, sayWithoutFiles } from './hand-back.ts';
import { type Head, readHead } from './head.ts';
import { type MailWords, readWords } from './read-words.ts';

/** How long a letter can be replied to. */
const replyDays = 30;

export interface InboundMail {
  readonly raw: Buffer;
  /** Of the envelope; empty when the provider did not tell. */
  readonly recipients: readonly string[];
  /** Of the envelope; empty for a bounce, null when the provider did not tell. */
  readonly sender: string | null;
}
export type Taken = 'posted' | 'handed-back' | 'ignored';
type Inbound = NonNullable<App['config']['inboundMail']>;

/** Where the address we made may stand, besides the envelope. */
const addressFields = ['to', 'cc', 'delivered-to', 'x-original-to', 'x-envelope-to', 'envelope-to', 'x-forwarded-to', 'resent-to'];

/** @param mayTake throws when this person has sent too much @throws Problem too-many: the provider tries again later */
export async function takeMail(app: App, inbound: Inbound, mail: InboundMail, mayTake: (personId: string) => Promise<void>): Promise<Taken> {
  const head = readHead(mail.raw);
  if (isAutomatic(head, mail.sender)) return 'ignored';
  const notice = await repliedTo(app, inbound, mail, head);
  if (notice === null) return 'ignored';
  await mayTake(notice.personId);
  const viewer = await viewerFor(app, notice.personId);
  const id = idOf(app, notice, head.all('message-id')[0] ?? createHash('sha256').update(mail.raw).digest('hex'));
  const read = await readOr(app, mail, head);
  const place = replyPlace(notice);
  try {
    await app.audit.asking(viewer, () => post(app, viewer, { place, notice, id, read }));
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    await app.audit.refused({ viewer, action: 'mail.reply', thing: place === null ? null : thingOf(place), problem: thrown.body });
    await handBack(app, notice, { id, words: read?.words ?? '', problem: thrown.body });
    return 'handed-back';
  }
  if (read?.files === true) await sayWithoutFiles(app, notice, id);
  return 'posted';
}

/** The notice whose letter this replies to; of several addresses of ours the first counts. */
async function repliedTo(app: App, { address }: Inbound, { recipients }: InboundMail, head: Head): Promise<NoticeRow | null> {
  const words = [...recipients, ...addressFields.flatMap((name) => head.all(name))].join('\n');
  const { noticeIds, forged } = noticesRepliedTo(app.config.authSecret, address, words);
  const [first] = noticeIds;
  if (first !== undefined) return noticeById(app.db, first);
  const problem = { code: 'not-allowed', reason: 'mail.no-such-address' } as const;
  if (forged) await app.audit.refused({ viewer: visitor, action: 'mail.reply', thing: null, problem });
  return null;
}

/** The person as the policy knows them now; somebody who is gone is nobody. */
async function viewerFor({ db }: App, personId: string): Promise<Viewer> {
  const row = await personById(db, personId);
  return row === null ? visitor : { standing: row.standing, personId, userId: row.userId, sessionId: null };
}

/** The same for the same mail, so that a mail that comes twice posts once; nobody can foresee it. */
function idOf({ config }: App, notice: NoticeRow, messageId: string): string {
  return createHmac('sha256', config.authSecret).update(`kindling/mail/${notice.id}/${messageId}`).digest('base64url').slice(0, 21);
}

async function readOr(app: App, { raw }: InboundMail, head: Head): Promise<MailWords | null> {
  try {
    return await readWords(raw, head, app.config.mailFrom.replace(/^.*<|>.*$/g, ''));
  } catch {
    return null;
  }
}

interface Post {
  readonly place: ReplyPlace | null;
  readonly notice: NoticeRow;
  readonly id: string;
  readonly read: MailWords | null;
}

/** @throws Problem */
async function post(app: App, viewer: Viewer, { place, notice, id, read }: Post): Promise<void> {
  if (place === null) throw new Problem('gone', 'mail.returned-nowhere');
  if (app.clock.now().getTime() - notice.createdAt.getTime() > replyDays * dayMs) throw new Problem('gone', 'mail.returned-too-late');
  if (read === null) throw new Problem('invalid', 'mail.returned-unreadable');
  if (read.words === '') throw new Problem('invalid', 'mail.returned-no-words');
  if (place.on === 'ask') {
    await replyToAsk(app, viewer, parseOr(askMore, { id: place.askId, stepId: id, line: read.words }));
    return;
  }
  const mentions = notice.byPersonId === null || notice.byPersonId === notice.personId ? [] : [notice.byPersonId];
  await reply(app, viewer, parseOr(commentPost, { id: place.sparkId, commentId: id, text: read.words, mentions }));
}

function thingOf(place: ReplyPlace): string {
  return place.on === 'ask' ? place.askId : place.sparkId;
}

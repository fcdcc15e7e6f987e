/** One notice to one browser, as it reads when it goes. It says no more than the notice's own sentence, and less unless the person chose that. */
import { speechOf } from '#shared/words/say-in.ts';
import type { App } from '../../../context.ts';
import { faces } from '../../../faces/store.ts';
import type { LetterRow } from '../../../outbox/store.ts';
import { noticeSentence } from '../sentence.ts';
import { noticeById, type NoticeRow, titlesOf } from '../store.ts';
import { isMuted, languageOf } from '../wishes/store.ts';
import { type DeviceRow, forgetDevice, liveDevice } from './store.ts';

/** News of yesterday need not light up a screen; the bell has it. */
const lastsSeconds = 24 * 3600;
const longest = 180;

type Parts = Pick<App, 'db' | 'clock' | 'push'>;

/** "nobody" when it was seen, muted or is old meanwhile, or the browser is gone. */
export async function deliverPush(app: Parts, row: LetterRow): Promise<'sent' | 'nobody'> {
  const now = app.clock.now();
  const left = lastsSeconds - Math.round((now.getTime() - row.createdAt.getTime()) / 1000);
  const notice = row.noticeId === null ? null : await noticeById(app.db, row.noticeId);
  const device = row.deviceId === null ? null : await liveDevice(app.db, row.deviceId, row.personId, now);
  if (left <= 0 || notice === null || device === null || !(await isWanted(app, notice))) return 'nobody';
  const { endpoint, p256dh, auth } = device;
  const went = await app.push.send({ endpoint, keys: { p256dh, auth }, note: await noteOf(app, notice, device), ttlSeconds: left });
  if (went === 'sent') return 'sent';
  await app.db.transact((tx) => forgetDevice(tx, device.id));
  return 'nobody';
}

async function isWanted({ db }: Parts, { personId, initiativeId, seenAt }: NoticeRow): Promise<boolean> {
  return seenAt === null && (initiativeId === null || !(await isMuted(db, personId, initiativeId)));
}

/** `tag` makes the same note take its own place when it comes twice. */
async function noteOf({ db }: Parts, notice: NoticeRow, { words }: DeviceRow): Promise<object> {
  const speech = speechOf((await languageOf(db, notice.personId)) ?? 'en');
  const around = { people: await faces(db, [notice.byPersonId]), titles: await titlesOf(db, [notice.initiativeId]) };
  const whole = words === 'whole' ? noticeSentence(speech, notice, around) : speech.say(`mail.push-${notice.why}`);
  const body = whole.length <= longest ? whole : `${whole.slice(0, longest - 3)}...`;
  return { title: 'Kindling', body, tag: notice.id, address: notice.address, language: speech.language };
}

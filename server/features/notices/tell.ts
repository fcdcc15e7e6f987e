/** Tells people of what happened: a notice each, and a letter to those who want it at once, in the transaction that made it happen. */
import type { NoticeWhy } from '#shared/features/notices/why.ts';
import type { NoticeName } from '#shared/words/en/notices.ts';
import type { Happening } from '../../activity/bus.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import type { NewLetter } from '../../outbox/store.ts';
import { devicesOf } from './push/store.ts';
import * as store from './store.ts';

export interface Tell {
  readonly personId: string;
  /** All but `other` arrive at once. */
  readonly why: NoticeWhy;
  /** Where it leads, as a path in the app: `/sponsor`. Never a secret. */
  readonly address: string;
  /** Where the letter's link leads instead, when it may hold a secret: `/answer#TOKEN`. Kept until the letter has gone. */
  readonly secretAddress?: string;
  /** What the acting person wrote to this one, quoted in the letter and nowhere else. Never words of an unnamed entry. */
  readonly words?: string;
  /** Only reminds of something: left out while the initiative takes time to think. */
  readonly reminder?: boolean;
  /** The sentence, when it is not the happening's own: a key of the catalogue's notices. */
  readonly what?: NoticeName;
  /** Values for the sentence; the happening's, unless said otherwise. */
  readonly values?: Happening['values'];
}

/** What happened, or what a day has brought by itself. */
export type News = Omit<Happening, 'what'> & { readonly what: Happening['what'] | NoticeName };

/** Nobody is told of their own act, nor of an initiative they muted; a person told twice in one act is told once. @returns whom it told */
export async function tell(app: Pick<App, 'newId' | 'outbox'>, tx: Tx, happening: News, tells: readonly Tell[]): Promise<string[]> {
  const others = new Map([...tells].reverse().map((one) => [one.personId, one]));
  if (happening.personId !== null) others.delete(happening.personId);
  if (others.size === 0) return [];
  const told: store.NoticeRow[] = [];
  const letters: NewLetter[] = [];
  for (const { id: personId, byMail, thinking } of await store.whoListens(tx, [...others.keys()], happening.initiativeId)) {
    const one = others.get(personId);
    if (one === undefined || (thinking && one.reminder === true)) continue;
    const notice = noticeOf(app.newId(), happening, one);
    told.push(notice);
    if (byMail && one.why !== 'other') letters.push(letterOf(app.newId(), notice, one));
  }
  const atOnce = told.filter(({ why }) => why !== 'other');
  letters.push(...(await pushesOf(app, tx, atOnce)));
  await store.addNotices(tx, told);
  await app.outbox.add(tx, letters);
  return told.map((notice) => notice.personId);
}

/** One for each browser that is told of notices. */
async function pushesOf(app: Pick<App, 'newId'>, tx: Tx, notices: readonly store.NoticeRow[]): Promise<NewLetter[]> {
  const devices = await devicesOf(tx, [...new Set(notices.map(({ personId }) => personId))]);
  return notices.flatMap((notice) =>
    devices
      .filter(({ personId }) => personId === notice.personId)
      .map(({ id: deviceId, personId }) => {
        const letter = { id: app.newId(), kind: 'push', personId, noticeId: notice.id, deviceId, createdAt: notice.createdAt } as const;
        return { ...letter, secretAddress: null, words: null };
      }),
  );
}

function noticeOf(id: string, happening: News, { personId, why, what, values, address }: Tell): store.NoticeRow {
  const { personId: byPersonId, initiativeId, elementId, at } = happening;
  const sentence = { what: what ?? happening.what, values: { ...(values ?? happening.values) } };
  return { id, personId, why, ...sentence, byPersonId, initiativeId, elementId, address, createdAt: at, seenAt: null };
}

function letterOf(id: string, notice: store.NoticeRow, { secretAddress, words }: Tell): NewLetter {
  const { personId, id: noticeId, createdAt } = notice;
  return { id, kind: 'notice', personId, noticeId, secretAddress: secretAddress ?? null, words: words ?? null, createdAt };
}

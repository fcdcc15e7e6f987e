/** What people are told, and how they want to be told. A notice holds no words of people but a title; whoever shows by role or not at all is not named in it. */
import { digestRhythm, noticeWhy } from '#shared/features/notices/model.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function noticeTables(c: Kit) {
  const ofPerson = () => c.text().notNull();
  const notice = c.table(
    'notice',
    {
      id: c.id(),
      personId: ofPerson(),
      why: c.oneOf(noticeWhy).notNull(),
      /** The happening's name, or a notice's own: a key of the catalogue's notices. */
      what: c.text().notNull(),
      /** Who did it; null for the server, and for everything unnamed. */
      byPersonId: c.text(),
      initiativeId: c.text(),
      elementId: c.text(),
      /** Values for the sentence; never free text of an unnamed entry. */
      values: c.json<Record<string, string | number>>().notNull(),
      /** Where it leads, as a path in the app. */
      address: c.text().notNull(),
      createdAt: c.instant().notNull(),
      seenAt: c.instant(),
    },
    (t) => [c.index('notice_person').on(t.personId, t.createdAt, t.id), c.index('notice_unseen').on(t.personId, t.seenAt)],
  );
  /** Somebody's wishes; without a row they are those of `wishesOf`. */
  const noticeWish = c.table('notice_wish', {
    personId: c.id(),
    /** Letters at once, for all but `other`. */
    mail: c.bool().notNull(),
    digest: c.oneOf(digestRhythm).notNull(),
    /** The hour of the day the digest comes at, 0 to 23, where the person is. */
    hour: c.int().notNull(),
    /** Where that is, as an IANA name. */
    timeZone: c.text().notNull(),
  });
  const mute = c.table('mute', { personId: ofPerson(), initiativeId: c.text().notNull(), createdAt: c.instant().notNull() }, (t) => [
    c.primaryKey({ columns: [t.personId, t.initiativeId] }),
  ]);
  /** When each person's next digest is due, and from when it tells. */
  const digest = c.table('digest', { personId: c.id(), since: c.instant().notNull(), dueAt: c.instant().notNull() }, (t) => [
    c.index('digest_due').on(t.dueAt),
  ]);
  return { notice, noticeWish, mute, digest };
}

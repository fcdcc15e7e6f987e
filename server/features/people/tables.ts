/** People, and the four tables better-auth keeps its accounts in. */
import { pushWords } from '#shared/features/notices/model.ts';
import { nameShown, personStanding } from '#shared/features/people/model.ts';
import { language } from '#shared/lib/language.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function peopleTables(c: Kit) {
  const account = accountTables(c);
  const person = c.table(
    'person',
    {
      id: c.id(),
      userId: c
        .text()
        .notNull()
        .references(() => account.user.id, { onDelete: 'cascade' }),
      name: c.text().notNull(),
      standing: c.oneOf(personStanding).notNull(),
      nameShown: c.oneOf(nameShown).notNull(),
      roleTitle: c.text().notNull(),
      titleShown: c.bool().notNull(),
      siteId: c.text(),
      /** The language of letters; null for the place's own, English. */
      language: c.oneOf(language),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('person_user').on(t.userId)],
  );
  const personGroup = c.table(
    'person_group',
    {
      personId: c
        .text()
        .notNull()
        .references(() => person.id, { onDelete: 'cascade' }),
      groupId: c.text().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.personId, t.groupId] })],
  );
  const claim = c.table('claim', {
    tokenHash: c.id(),
    personId: c
      .text()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    email: c.text().notNull(),
    expiresAt: c.instant().notNull(),
    usedAt: c.instant(),
  });
  /** A browser that is told of notices. It ends with the session it was chosen in. */
  const pushDevice = c.table(
    'push_device',
    {
      id: c.id(),
      personId: c
        .text()
        .notNull()
        .references(() => person.id, { onDelete: 'cascade' }),
      sessionId: c
        .text()
        .notNull()
        .references(() => account.session.id, { onDelete: 'cascade' }),
      /** Where its push service takes notes: whoever knows it and the keys can write to the browser. */
      endpoint: c.text().notNull().unique(),
      p256dh: c.text().notNull(),
      auth: c.text().notNull(),
      words: c.oneOf(pushWords).notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.index('push_device_person').on(t.personId), c.index('push_device_session').on(t.sessionId)],
  );
  return { ...account, person, personGroup, claim, pushDevice };
}

function accountTables(c: Kit) {
  const user = c.table('user', {
    id: c.id(),
    name: c.text().notNull(),
    email: c.text().notNull().unique(),
    emailVerified: c.bool().notNull(),
    image: c.text(),
    isAnonymous: c.bool(),
    createdAt: c.instant().notNull(),
    updatedAt: c.instant().notNull(),
  });
  const ofUser = () =>
    c
      .text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' });
  const session = c.table('session', {
    id: c.id(),
    token: c.text().notNull().unique(),
    userId: ofUser(),
    expiresAt: c.instant().notNull(),
    ipAddress: c.text(),
    userAgent: c.text(),
    createdAt: c.instant().notNull(),
    updatedAt: c.instant().notNull(),
  });
  const account = c.table('account', {
    id: c.id(),
    accountId: c.text().notNull(),
    providerId: c.text().notNull(),
    userId: ofUser(),
    accessToken: c.text(),
    refreshToken: c.text(),
    idToken: c.text(),
    accessTokenExpiresAt: c.instant(),
    refreshTokenExpiresAt: c.instant(),
    scope: c.text(),
    password: c.text(),
    createdAt: c.instant().notNull(),
    updatedAt: c.instant().notNull(),
  });
  const verification = c.table('verification', {
    id: c.id(),
    identifier: c.text().notNull(),
    value: c.text().notNull(),
    expiresAt: c.instant().notNull(),
    createdAt: c.instant().notNull(),
    updatedAt: c.instant().notNull(),
  });
  return { user, session, account, verification };
}

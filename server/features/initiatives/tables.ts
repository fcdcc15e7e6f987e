import { initiativeState, invitationAbout, invitationAnswer } from '#shared/features/initiatives/model.ts';
import { perspective, type Perspective } from '#shared/features/people/model.ts';
import { seat } from '#shared/policy/facts.ts';
import type { Kit } from '../../db/kit.postgres.ts';

export function initiativeTables(c: Kit) {
  const initiative = c.table(
    'initiative',
    {
      id: c.id(),
      title: c.text().notNull(),
      /** The purpose as plain text, projected from the board document, and its hash. */
      purpose: c.text().notNull(),
      purposeHash: c.text().notNull(),
      forWhom: c.text().notNull(),
      state: c.oneOf(initiativeState).notNull(),
      label: c.text(),
      litBy: c.text().notNull(),
      litAt: c.instant().notNull(),
      movedAt: c.instant().notNull(),
    },
    (t) => [c.index('initiative_moved').on(t.movedAt)],
  );
  const ofInitiative = () =>
    c
      .text()
      .notNull()
      .references(() => initiative.id, { onDelete: 'cascade' });
  const initiativeSite = c.table('initiative_site', { initiativeId: ofInitiative(), siteId: c.text().notNull() }, (t) => [
    c.primaryKey({ columns: [t.initiativeId, t.siteId] }),
  ]);
  const initiativeSpark = c.table('initiative_spark', { initiativeId: ofInitiative(), sparkId: c.text().notNull() }, (t) => [
    c.primaryKey({ columns: [t.initiativeId, t.sparkId] }),
    c.index('initiative_spark_spark').on(t.sparkId),
  ]);
  const membership = c.table(
    'membership',
    {
      initiativeId: ofInitiative(),
      personId: c.text().notNull(),
      seat: c.oneOf(seat).notNull(),
      perspectives: c.json<Perspective[]>().notNull(),
      joinedAt: c.instant().notNull(),
      leftAt: c.instant(),
    },
    (t) => [c.primaryKey({ columns: [t.initiativeId, t.personId] }), c.index('membership_person').on(t.personId)],
  );
  const invitation = c.table(
    'invitation',
    {
      id: c.id(),
      initiativeId: ofInitiative(),
      personId: c.text().notNull(),
      invitedBy: c.text().notNull(),
      seat: c.oneOf(seat).notNull(),
      perspective: c.oneOf(perspective),
      about: c.oneOf(invitationAbout).notNull().default('initiative'),
      /** The card or the system ask it is about. */
      elementId: c.text(),
      systemAskId: c.text(),
      line: c.text().notNull(),
      createdAt: c.instant().notNull(),
      answer: c.oneOf(invitationAnswer),
      answerLine: c.text().notNull(),
      askAfter: c.text(),
      answeredAt: c.instant(),
      withdrawnAt: c.instant(),
      /** When its "ask me after" day was told to who invited. */
      cameBackAt: c.instant(),
    },
    (t) => [
      c.index('invitation_person').on(t.personId, t.createdAt),
      c.index('invitation_initiative').on(t.initiativeId, t.createdAt),
      c.index('invitation_asked_back').on(t.answer, t.cameBackAt, t.askAfter),
    ],
  );
  return { initiative, initiativeSite, initiativeSpark, membership, invitation };
}

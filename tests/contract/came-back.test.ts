import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { tellCameBack } from '#server/jobs/came-back.ts';
import * as store from '#server/features/initiatives/invitations/store.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import { aPerson, anInitiative, began } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';
import { appAt, noticesOf, torn } from '#tests/helpers/telling-job.ts';

const answered = new Date('2027-03-02T08:00:00Z');
const day = '2027-05-05';
const on = new Date(`${day}T23:59:00Z`);
const dayAfter = new Date('2027-05-06T00:01:00Z');

onBothDatabases('a day to ask again', (database) => {
  let ruth = '';
  let joe = '';
  let initiativeId = '';
  let stale: Topic[] = [];
  beforeEach(async () => {
    ruth = await aPerson(database(), 'Ruth');
    joe = await aPerson(database(), 'Joe');
    initiativeId = await anInitiative(database(), { team: { [ruth]: 'co-owner' } });
    stale = [];
  });

  const invited = async (createdAt = began) => {
    const row = { id: newId(), initiativeId, personId: joe, invitedBy: ruth, seat: 'member', perspective: null, line: '', createdAt } as const;
    await database().transact((tx) => store.addInvitations(tx, [row]));
    return row.id;
  };
  const askedForLater = async (askAfter = day, at = answered) => {
    const id = await invited();
    await database().transact((tx) => store.answerInvitation(tx, { id, answer: 'ask-after', line: '', askAfter, perspectives: [] }, at));
    return id;
  };
  const at = (now: Date, makeId?: () => string) => appAt(database(), now, stale, makeId);
  const told = () => noticesOf(database(), initiativeId);
  const think = (state: 'thinking-time' | 'active') =>
    database().transact(async ({ sql, t }) => {
      await sql.update(t.initiative).set({ state }).where(eq(t.initiative.id, initiativeId));
    });

  test('whoever invited is told once the day has passed, and once only', async () => {
    await askedForLater();
    await tellCameBack(at(on));
    expect(await told()).toEqual([]);
    await Promise.all([1, 2, 3, 4].map(() => tellCameBack(at(dayAfter))));
    await tellCameBack(at(dayAfter));
    expect(await told()).toMatchObject([{ personId: ruth, what: 'invitation.came-back', why: 'other', byPersonId: null, address: '/invitations' }]);
    expect(stale).toEqual([`me:${ruth}`]);
  });

  test('what fails in the middle is told the next time', async () => {
    await askedForLater();
    await expect(tellCameBack(at(dayAfter, torn))).rejects.toThrow('the power went');
    expect(await told()).toEqual([]);
    expect(stale).toEqual([]);
    await tellCameBack(at(dayAfter));
    expect(await told()).toHaveLength(1);
  });

  test('another day named later is told too; a withdrawn one, and one that was made anew, are not', async () => {
    const id = await askedForLater();
    await tellCameBack(at(dayAfter));
    const reply = { id, answer: 'ask-after', line: '', askAfter: '2027-06-01', perspectives: [] } as const;
    await database().transact((tx) => store.answerInvitation(tx, { ...reply, perspectives: [] }, dayAfter));
    await tellCameBack(at(new Date('2027-06-02T08:00:00Z')));
    expect(await told()).toHaveLength(2);
    await askedForLater('2027-07-01');
    await invited(dayAfter);
    const withdrawn = await askedForLater('2027-07-01');
    await database().transact((tx) => store.withdrawInvitation(tx, withdrawn, dayAfter));
    await tellCameBack(at(new Date('2027-07-02T08:00:00Z')));
    expect(await told()).toHaveLength(2);
  });

  test('an initiative that takes time to think is left alone, and told of afterwards', async () => {
    await askedForLater();
    await think('thinking-time');
    await tellCameBack(at(dayAfter));
    expect(await told()).toEqual([]);
    await think('active');
    await tellCameBack(at(new Date('2027-05-20T08:00:00Z')));
    expect(await told()).toHaveLength(1);
  });
});

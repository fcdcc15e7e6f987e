import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as store from '#server/features/decisions/store.ts';
import { tellDaysOver } from '#server/jobs/days-over.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import { aDecisionCard, aProposal, cardWords } from '#tests/helpers/a-proposal.ts';
import { aPerson, anInitiative, began } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';
import { appAt, noticesOf, torn } from '#tests/helpers/telling-job.ts';

const byWhen = '2027-05-12';
const lastMoment = new Date('2027-05-13T11:59:59Z');
const over = new Date('2027-05-13T12:00:00Z');

onBothDatabases('the day of a proposal', (database) => {
  let ruth = '';
  let amina = '';
  let terry = '';
  let initiativeId = '';
  let stale: Topic[] = [];
  beforeEach(async () => {
    [ruth, amina, terry] = [await aPerson(database(), 'Ruth'), await aPerson(database(), 'Amina'), await aPerson(database(), 'Terry')];
    const [mei, left] = [await aPerson(database(), 'Mei'), await aPerson(database(), 'Sam')];
    const team = { [ruth]: 'co-owner', [amina]: 'co-owner', [terry]: 'member', [mei]: 'reader', [left]: 'co-owner' } as const;
    initiativeId = await anInitiative(database(), { team });
    const { membership } = database().t;
    await database().transact((tx) => tx.sql.update(membership).set({ leftAt: began }).where(eq(membership.personId, left)));
    stale = [];
  });

  async function proposed(putBy = ruth): Promise<string> {
    const { row, words } = aProposal({ initiativeId, elementId: await aDecisionCard(database(), initiativeId), putBy, at: began });
    await database().transact((tx) => store.addDecision(tx, row, { ...words, byWhen }));
    return row.id;
  }
  const end = (id: string, outcome: 'goes-ahead' | 'withdrawn') =>
    database().transact((tx) => store.endDecision(tx, id, { outcome, outcomeWhy: 'Said.', decidedBy: ruth, decidedAt: began, asked: [ruth] }));
  const change = (set: object) => database().transact((tx) => tx.sql.update(tx.t.initiative).set(set).where(eq(tx.t.initiative.id, initiativeId)));
  const run = (now: Date, makeId?: () => string) => tellDaysOver(appAt(database(), now, stale, makeId));
  const told = async () => {
    const rows = await noticesOf(database(), initiativeId);
    return rows.map(({ personId, what, why, address, byPersonId, values }) => ({ personId, what, why, address, byPersonId, values }));
  };

  test('[D15] the co-owners are told when it is over everywhere and nothing is recorded, once, however many run it', async () => {
    await proposed();
    await run(lastMoment);
    expect(await told()).toEqual([]);
    await Promise.all([1, 2, 3, 4].map(() => run(over)));
    await run(new Date('2027-08-01T00:00:00Z'));
    const notice = { what: 'decision.day-over', why: 'other', address: `/initiatives/${initiativeId}/questions`, byPersonId: null };
    const values = { title: cardWords.title };
    expect(await told()).toHaveLength(2);
    expect(await told()).toEqual(expect.arrayContaining([ruth, amina].map((personId) => ({ ...notice, values, personId }))));
    expect(stale.toSorted()).toEqual([ruth, amina].map((id) => `me:${id}`).toSorted());
  });

  test('[D15] whoever put it is told too while they write on the board, also when they are no co-owner any more', async () => {
    await proposed(terry);
    await run(over);
    expect((await told()).map(({ personId }) => personId).toSorted()).toEqual([ruth, amina, terry].toSorted());
  });

  test('[D15] what is recorded or withdrawn before is not told', async () => {
    await end(await proposed(), 'goes-ahead');
    await end(await proposed(), 'withdrawn');
    await run(over);
    expect(await told()).toEqual([]);
  });

  test('[D15] what fails in the middle is told the next time', async () => {
    await proposed();
    await expect(run(over, torn)).rejects.toThrow('the power went');
    expect(await told()).toEqual([]);
    await run(over);
    expect(await told()).toHaveLength(2);
  });

  test('[D15] changed words have a day of their own, and it is told anew', async () => {
    const id = await proposed();
    await run(over);
    const { words } = (await store.decisionById(database(), id)) ?? expect.fail('gone');
    await database().transact((tx) => store.addWording(tx, { ...words, version: 2, byWhen: '2027-06-01' }));
    await run(over);
    expect(await told()).toHaveLength(2);
    await run(new Date('2027-06-03T00:00:00Z'));
    expect(await told()).toHaveLength(4);
  });

  test('[D15] an initiative that takes time to think is told afterwards', async () => {
    await proposed();
    await change({ state: 'thinking-time' });
    await run(over);
    expect(await told()).toEqual([]);
    await change({ state: 'active' });
    await run(over);
    expect(await told()).toHaveLength(2);
  });
});

import { beforeEach, expect, test } from 'vitest';
import * as store from '#server/features/decisions/store.ts';
import { writersWithAccount } from '#server/seats/store.ts';
import { newId } from '#shared/lib/ids.ts';
import { aDecisionCard, aProposal, cardWords } from '#tests/helpers/a-proposal.ts';
import { aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const morning = new Date('2027-03-02T08:00:00Z');
const evening = new Date('2027-03-02T20:00:00.123Z');
const many = <T>(act: (i: number) => Promise<T>) => Promise.all(Array.from({ length: 10 }, (_, i) => act(i)));

onBothDatabases('decisions', (database) => {
  let ruth = '';
  let amina = '';
  let initiativeId = '';
  let elementId = '';
  beforeEach(async () => {
    [ruth, amina] = [await aPerson(database(), 'Ruth'), await aPerson(database(), 'Amina')];
    initiativeId = await anInitiative(database(), { team: { [ruth]: 'co-owner', [amina]: 'member' } });
    elementId = await aDecisionCard(database(), initiativeId);
  });

  const fresh = () => aProposal({ initiativeId, elementId, putBy: ruth, at: morning });
  const add = ({ row, words }: ReturnType<typeof fresh>) => database().transact((tx) => store.addDecision(tx, row, words));
  const read = async (id: string) => (await store.decisionById(database(), id)) ?? expect.fail('no such proposal');
  const ending = () => ({ outcome: 'withdrawn' as const, outcomeWhy: 'Another way.', decidedBy: ruth, decidedAt: evening, asked: [ruth, amina] });
  const say = (decisionId: string, personId: string, answer: 'consent' | 'objection') =>
    database().transact(async (tx) => {
      if (!(await store.holdOpen(tx, decisionId, 1))) return false;
      await store.addSaid(tx, { id: newId(), decisionId, version: 1, personId, answer, because: '', createdAt: evening });
      return true;
    });
  const end = (id: string) =>
    database().transact(async (tx) => {
      if (!(await store.holdOpen(tx, id, 1))) return false;
      const { said } = (await store.decisionById(tx, id)) ?? expect.fail('gone');
      if (said.some((one) => one.answer === 'objection')) return false;
      await store.endDecision(tx, id, ending());
      return true;
    });

  test('[D2] a card has one open proposal, also when ten are put at once; once it has ended it may be put again', async () => {
    expect((await many(() => add(fresh()))).filter(Boolean)).toHaveLength(1);
    const [only] = await store.decisionsOf(database(), initiativeId);
    expect(await end(only?.id ?? '')).toBe(true);
    const again = fresh();
    expect(await add(again)).toBe(true);
    expect((await store.decisionsOf(database(), initiativeId)).map((row) => [row.id, row.outcome])).toEqual([
      [again.row.id, null],
      [only?.id, 'withdrawn'],
    ]);
  });

  test('two cards have a proposal each, and a card of the same id on another board is another card', async () => {
    await add(fresh());
    const second = await aDecisionCard(database(), initiativeId);
    expect(await add(aProposal({ initiativeId, elementId: second, putBy: ruth, at: morning }))).toBe(true);
    const elsewhere = await anInitiative(database());
    expect(await add(aProposal({ initiativeId: elsewhere, elementId, putBy: ruth, at: morning }))).toBe(true);
  });

  test('[D1] what was put stays as it was put, beside what the card says now', async () => {
    const put = fresh();
    await add(put);
    await database().transact(({ sql, t }) =>
      sql
        .update(t.boardElement)
        .set({ title: 'Three wards', fields: { title: 'Three wards' } })
        .returning(),
    );
    expect(await read(put.row.id)).toMatchObject({ words: put.words, earlier: [], card: { title: 'Three wards', reasons: '' } });
  });

  test('[D6] another wording stands beside the first, and only the newest can be answered', async () => {
    const { row, words } = fresh();
    await add({ row, words });
    const changed = { ...words, version: 2, reasons: 'Two teams have time.', createdAt: evening };
    await database().transact((tx) => store.addWording(tx, changed));
    expect(await read(row.id)).toMatchObject({ version: 2, words: { version: 2, reasons: 'Two teams have time.' }, earlier: [words] });
    expect(await say(row.id, amina, 'consent')).toBe(false);
  });

  test('[D5] everything that was said stays, in the order it was said', async () => {
    const put = fresh();
    await add(put);
    await say(put.row.id, amina, 'objection');
    await say(put.row.id, ruth, 'consent');
    await say(put.row.id, amina, 'consent');
    expect((await read(put.row.id)).said.map((one) => [one.personId, one.answer])).toEqual([
      [amina, 'objection'],
      [ruth, 'consent'],
      [amina, 'consent'],
    ]);
  });

  test('[D13] an objection and an ending at the same moment: one of them sees the other', async () => {
    for (let round = 0; round < 8; round += 1) {
      elementId = await aDecisionCard(database(), initiativeId, cardWords);
      const put = fresh();
      await add(put);
      const [said, ended] = await Promise.all([say(put.row.id, amina, 'objection'), end(put.row.id)]);
      expect([said, ended].filter(Boolean), `round ${round}`).toHaveLength(1);
    }
  });

  test('[D12] it ends once, even ten times at once, and keeps who was asked', async () => {
    const put = fresh();
    await add(put);
    expect((await many(() => end(put.row.id))).filter(Boolean)).toHaveLength(1);
    expect(await read(put.row.id)).toMatchObject({ ...ending(), openElementId: null });
    expect(await say(put.row.id, amina, 'consent')).toBe(false);
  });

  test('[D8] those who write on the board and have an account are asked: no reader, no guest, nobody who left', async () => {
    const [joe, mei] = [await aPerson(database(), 'Joe', 'guest'), await aPerson(database(), 'Mei')];
    await database().transact(async ({ sql, t }) => {
      const seat = { initiativeId, perspectives: [], joinedAt: morning, leftAt: null };
      await sql.insert(t.membership).values([
        { ...seat, personId: joe, seat: 'member' },
        { ...seat, personId: mei, seat: 'commenter' },
        { ...seat, personId: newId(), seat: 'member', leftAt: evening },
      ]);
    });
    expect((await writersWithAccount(database(), initiativeId)).toSorted()).toEqual([ruth, amina].toSorted());
  });
});

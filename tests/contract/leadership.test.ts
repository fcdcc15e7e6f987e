import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#server/db/db.ts';
import * as store from '#server/features/leadership/store.ts';
import { readTeamRecord } from '#server/features/leadership/team-record.ts';
import { newId } from '#shared/lib/ids.ts';
import { anInitiative, aPerson, began } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const later = new Date('2027-03-05T08:00:00Z');

onBothDatabases('leadership', (database) => {
  let ruth = '';
  let amina = '';
  let id = '';
  beforeEach(async () => {
    ruth = await aPerson(database(), 'Ruth');
    amina = await aPerson(database(), 'Amina');
    id = await anInitiative(database(), { team: { [ruth]: 'co-owner', [amina]: 'reader' } });
  });
  const record = () => readTeamRecord(database(), id);
  const choose = (counted: boolean, changedAt: Date) => database().transact((tx) => store.choose(tx, { personId: ruth, counted, changedAt }));
  const choice = async () => (await store.choices(database())).find(({ personId }) => personId === ruth);

  test('a choice is kept once, ten at once; the same again does not even move its time', async () => {
    expect(await store.isCounted(database(), ruth)).toBe(true);
    await choose(true, began);
    expect(await choice()).toBeUndefined();
    await Promise.all(Array.from({ length: 10 }, () => choose(false, began)));
    await choose(false, later);
    expect(await choice()).toEqual({ personId: ruth, counted: false, changedAt: began });
    expect(await store.isCounted(database(), ruth)).toBe(false);
    await choose(true, later);
    await choose(true, new Date());
    expect(await choice()).toEqual({ personId: ruth, counted: true, changedAt: later });
  });

  test('acts are read with who and when, in the order they happened; unnamed and uncounted ones are not', async () => {
    await happened(database(), id, [
      { what: 'initiative.lit', personId: ruth },
      { what: 'board.element-added', personId: amina, values: { kind: 'lesson', state: 'true-now' } },
      { what: 'board.purpose-changed', personId: amina },
      { what: 'board.element-added', personId: null, values: { kind: 'lesson' } },
      { what: 'initiative.perspectives-changed', personId: amina },
    ]);
    const { acts, moves, seated } = await record();
    expect(acts).toEqual([
      { kind: 'started', personId: ruth, at: later.getTime() },
      { kind: 'taught', personId: amina, at: later.getTime() },
    ]);
    expect([...moves]).toEqual([[amina, later.getTime()]]);
    expect(seated).toEqual([{ personId: ruth, perspectives: [], joinedAt: began.getTime(), leftAt: null }]);
  });

  test('working on a card builds on whoever put it there, not on oneself, and not on the board’s own first cards', async () => {
    const [card, first] = [newId(), newId()];
    await happened(database(), id, [
      { what: 'board.element-added', personId: ruth, elementId: card, values: { kind: 'blocker', state: 'stuck' } },
      { what: 'board.element-changed', personId: ruth, elementId: card },
      { what: 'board.element-changed', personId: amina, elementId: card },
      { what: 'board.element-state', personId: amina, elementId: first, values: { kind: 'spark', state: 'x' } },
    ]);
    expect((await record()).buildings).toEqual([{ personId: amina, onId: ruth, at: later.getTime() }]);
  });

  test('a spark it began with is its author’s, and builds on them who kindle or answer it; unnamed ones and files are nobody’s', async () => {
    const { sparkId } = await aSpark(database(), id, { authorId: ruth });
    const { sparkId: unnamed } = await aSpark(database(), id, { authorId: null });
    const { sparkId: brought } = await aSpark(database(), id, { authorId: ruth, bringInId: newId() });
    await database().transact(async ({ sql, t }) => {
      for (const one of [sparkId, unnamed, brought]) {
        await sql.insert(t.kindling).values({
          sparkId: one,
          personId: amina,
          sentence: 'see-too',
          line: '',
          amount: null,
          siteId: null,
          perspectives: [],
          createdAt: later,
        });
        await sql
          .insert(t.sparkComment)
          .values({ id: newId(), sparkId: one, personId: amina, text: 'Here too.', createdAt: later, withdrawnAt: null });
      }
      await sql.insert(t.sparkComment).values({ id: newId(), sparkId, personId: amina, text: 'Oh.', createdAt: later, withdrawnAt: later });
    });
    const { acts, buildings } = await record();
    expect(acts).toEqual([{ kind: 'started', personId: ruth, at: began.getTime() }]);
    expect(buildings).toEqual([1, 2].map(() => ({ personId: amina, onId: ruth, at: later.getTime() })));
  });

  test('a yes, an answer and a confirmation build on who invited, asked and pledged; a no does not', async () => {
    const answered = { id: '', answer: 'cannot', line: '', answerLine: '', withdrawnAt: null, createdAt: began, answeredAt: later } as const;
    await database().transact(async ({ sql, t }) => {
      const invited = { ...answered, initiativeId: id, personId: amina, invitedBy: ruth, seat: 'member', perspective: null, askAfter: null } as const;
      await sql.insert(t.invitation).values([
        { ...invited, id: newId(), answer: 'yes' },
        { ...invited, id: newId(), answer: 'not-now' },
      ]);
      const asked = { ...answered, initiativeId: id, elementId: newId(), personId: amina, askedBy: ruth, message: 'Could you?', by: null } as const;
      await sql.insert(t.ask).values([
        { ...asked, id: newId() },
        { ...asked, id: newId(), answer: null, answeredAt: null },
      ]);
      const pledged = {
        initiativeId: id,
        personId: ruth,
        kind: 'time',
        what: 'An hour',
        until: null,
        state: 'kept',
        why: '',
        createdAt: began,
        endedAt: later,
      } as const;
      await sql.insert(t.pledge).values([
        { ...pledged, id: newId(), confirmedBy: amina, confirmedAt: later },
        { ...pledged, id: newId(), confirmedBy: null, confirmedAt: null },
      ]);
    });
    expect((await record()).buildings).toEqual([1, 2, 3].map(() => ({ personId: amina, onId: ruth, at: later.getTime() })));
  });
});

interface Happened {
  readonly what: string;
  readonly personId: string | null;
  readonly elementId?: string;
  readonly values?: Record<string, string>;
}

async function happened(db: Db, initiativeId: string, rows: readonly Happened[]): Promise<void> {
  await db.transact(async ({ sql, t }) => {
    for (const row of rows) await sql.insert(t.activity).values({ at: later, initiativeId, elementId: null, values: {}, ...row });
  });
}

async function aSpark(db: Db, initiativeId: string, who: { authorId: string | null; bringInId?: string }): Promise<{ sparkId: string }> {
  const sparkId = newId();
  const said = {
    kind: 'need',
    state: 'lit',
    title: 'No chair',
    body: '',
    searchText: '',
    siteId: null,
    present: '',
    editSecretHash: null,
  } as const;
  await db.transact(async ({ sql, t }) => {
    await sql.insert(t.spark).values({
      ...said,
      id: sparkId,
      perspectives: [],
      nameShown: 'name',
      bringInId: null,
      repliedAt: null,
      editedAt: null,
      createdAt: began,
      ...who,
    });
    await sql.insert(t.initiativeSpark).values({ initiativeId, sparkId });
  });
  return { sparkId };
}

/** What hangs on an ask: its trail, the links of letters, what would make it possible, and steps one level up, carried out by a job. */
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { makeBus } from '#server/activity/bus.ts';
import * as links from '#server/features/asks/links/store.ts';
import * as possible from '#server/features/asks/possible/store.ts';
import { carryOutStepUps } from '#server/features/asks/step-up/carry-out.ts';
import * as steps from '#server/features/asks/step-up/store.ts';
import { addAsk, answerAsk, askById, type AskRow, freshAsk, withdrawAsk } from '#server/features/asks/store.ts';
import * as trail from '#server/features/asks/trail/store.ts';
import { makeLog } from '#server/log/log.ts';
import { makeOutbox } from '#server/outbox/outbox.ts';
import { newId } from '#shared/lib/ids.ts';
import { aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';
import { noAudit } from '#tests/helpers/no-audit.ts';

const day = (n: number) => new Date(Date.UTC(2027, 2, n));
const tenTimes = <T>(work: (n: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 10 }, (_, n) => work(n)));

onBothDatabases('what hangs on an ask', (database) => {
  let dev = '';
  let ruth = '';
  let mei = '';
  let initiativeId = '';
  let id = '';
  beforeEach(async () => {
    [dev, ruth, mei] = [await aPerson(database(), 'Dev'), await aPerson(database(), 'Ruth'), await aPerson(database(), 'Mei')];
    initiativeId = await anInitiative(database(), { team: { [ruth]: 'co-owner' } });
    id = await put();
  });

  async function put(more: Partial<AskRow> = {}): Promise<string> {
    const askId = newId();
    const row = {
      id: askId,
      initiativeId,
      elementId: newId(),
      personId: dev,
      level: 'team',
      askedBy: ruth,
      message: 'Could you?',
      createdAt: day(1),
    } as const;
    await database().transact((tx) => addAsk(tx, { ...freshAsk(row), ...more }));
    return askId;
  }
  const announced = (more: Partial<steps.Announced> = {}) => ({
    stepId: newId(),
    stepTo: mei,
    stepBy: ruth,
    stepReason: 'A man waits.',
    stepDueAt: day(13),
    ...more,
  });
  const announce = (step = announced(), silentSince = day(2)) =>
    database().transact((tx) => steps.announceStep(tx, { id, personId: dev, level: 'team' }, step, silentSince));
  const answer = () => {
    const said = { answer: 'cannot', answerLine: 'No.', by: null, office: '', answeredAt: day(12) } as const;
    return database().transact((tx) => answerAsk(tx, { id, personId: dev, first: false }, said));
  };
  const step = (more: Partial<trail.StepRow> = {}): trail.StepRow => {
    const nothing = { toPersonId: null, answer: null, line: '', by: null, office: '', level: null } as const;
    return { id: newId(), askId: id, what: 'put', at: day(1), personId: ruth, ...nothing, ...more };
  };

  test('a step of the trail is added once, and steps are read in the order they were added, by ask', async () => {
    const first = step({ toPersonId: dev, level: 'team' });
    const added = await tenTimes(() => database().transact((tx) => trail.addStep(tx, first)));
    expect(added.filter(Boolean)).toHaveLength(1);
    const earlier = step({ what: 'answered', at: day(0), personId: dev, answer: 'will', by: '2027-04-01' });
    await database().transact((tx) => trail.addStep(tx, earlier));
    const other = step({ askId: await put() });
    await database().transact((tx) => trail.addStep(tx, other));
    const read = await trail.stepsOf(database(), [id, other.askId, newId()]);
    expect(read.get(id)).toMatchObject([first, earlier]);
    expect([...read.keys()]).toEqual([id, other.askId]);
    expect(await trail.stepById(database(), earlier.id)).toMatchObject(earlier);
    expect(await trail.stepById(database(), newId())).toBeNull();
  });

  test('a link is used up once, ten at once; neither after its day, nor once its ask has moved on', async () => {
    const link = () => ({ secretHash: newId(), askId: id, personId: dev, createdAt: day(1), expiresAt: day(31) });
    const [used, late, over] = [link(), link(), link()];
    await database().transact(async (tx) => {
      for (const one of [used, late, over]) await links.addLink(tx, one);
    });
    const spend = (secretHash: string, now: Date) => database().transact((tx) => links.spendLink(tx, secretHash, now));
    const spent = await tenTimes(() => spend(used.secretHash, day(3)));
    expect(spent.filter((one) => one !== null)).toEqual([{ ...used, endedAt: day(3) }]);
    expect(await spend(late.secretHash, day(31))).toBeNull();
    await database().transact((tx) => links.endLinks(tx, id, day(4)));
    expect(await spend(over.secretHash, day(5))).toBeNull();
    expect(await links.linkByHash(database(), used.secretHash)).toMatchObject({ endedAt: day(3) });
    expect(await links.linkByHash(database(), over.secretHash)).toMatchObject({ endedAt: day(4) });
    expect(await links.linkByHash(database(), newId())).toBeNull();
    expect(await spend(newId(), day(3))).toBeNull();
  });

  test('what would make it possible is added once, counted by ask, and read the first one first', async () => {
    const entry = (line: string, createdAt: Date, askId = id) => ({ id: newId(), askId, personId: ruth, line, createdAt });
    const second = entry('A second shaft.', day(6));
    const added = await tenTimes(() => database().transact((tx) => possible.addPossible(tx, second)));
    expect(added.filter(Boolean)).toHaveLength(1);
    const [first, other] = [entry('A narrower bed.', day(5)), entry('Money.', day(5), await put())];
    await database().transact(async (tx) => {
      for (const one of [first, other]) await possible.addPossible(tx, one);
    });
    expect(await possible.countPossible(database(), id)).toBe(2);
    expect((await possible.possibleOf(database(), [id, other.askId])).get(id)).toEqual([first, second]);
    expect(await possible.possibleById(database(), other.id)).toEqual(other);
    expect(await possible.possibleById(database(), newId())).toBeNull();
  });

  test('a step is announced once, of a silent ask that is still where it was known to be', async () => {
    expect(await announce(announced(), day(0))).toBe(false);
    const told = await tenTimes(() => announce());
    expect(told.filter(Boolean)).toHaveLength(1);
    const elsewhere = { id: await put(), personId: mei, level: 'team' } as const;
    expect(await database().transact((tx) => steps.announceStep(tx, elsewhere, announced(), day(2)))).toBe(false);
    id = await put({ turnSince: day(5) });
    expect(await announce()).toBe(false);
    expect(await announce(announced(), day(5))).toBe(true);
    id = await put();
    await answer();
    expect(await announce()).toBe(false);
  });

  test('it is taken back once, by its own id', async () => {
    const told = announced();
    await announce(told);
    const takeBack = (stepId: string) => database().transact((tx) => steps.takeBackStep(tx, id, stepId));
    expect(await takeBack(newId())).toBe(false);
    expect((await tenTimes(() => takeBack(told.stepId))).filter(Boolean)).toHaveLength(1);
    expect(await askById(database(), id)).toMatchObject({ stepId: null, stepTo: null, stepDueAt: null });
  });

  test('what is due is found, the longest due first, and carried out once; an answer or a taking back comes before it', async () => {
    const told = announced();
    await announce(told);
    const go = (at: Date) => database().transact((tx) => steps.carryOutStep(tx, id, { stepId: told.stepId, personId: mei, level: 'department', at }));
    expect(await steps.dueSteps(database(), day(12))).not.toContain(id);
    expect(await go(day(12))).toBe(false);
    const longer = id;
    id = await put();
    await announce(announced({ stepDueAt: day(12) }));
    expect((await steps.dueSteps(database(), day(13))).filter((one) => [id, longer].includes(one))).toEqual([id, longer]);
    await answer();
    expect(await steps.dueSteps(database(), day(13))).not.toContain(id);
    id = longer;
    expect((await tenTimes(() => go(day(13)))).filter(Boolean)).toHaveLength(1);
    expect(await askById(database(), id)).toMatchObject({ personId: mei, level: 'department', turnSince: day(13), stepId: null });
    id = await put();
    await announce(announced());
    await database().transact((tx) => withdrawAsk(tx, id, day(12)));
    expect(await steps.dueSteps(database(), day(14))).not.toContain(id);
  });

  const noticesOf = async () => {
    const { sql, t } = database();
    const rows = await sql.select().from(t.notice).where(eq(t.notice.initiativeId, initiativeId));
    return rows.map(({ personId, what }) => `${what} ${personId}`).toSorted();
  };
  const appAt = (now: Date, makeId: () => string = newId) => {
    const topics = { stale: () => undefined };
    return {
      db: database(),
      clock: { now: () => now },
      newId: makeId,
      outbox: makeOutbox(),
      bus: makeBus(makeLog('silent')),
      audit: noAudit,
      topics,
    };
  };

  test('the job does each step once, however many run it, with one step of the trail, one link and one notice each', async () => {
    await announce();
    expect(await carryOutStepUps(appAt(day(12)))).toBe(0);
    await tenTimes(() => carryOutStepUps(appAt(day(13))));
    expect(await askById(database(), id)).toMatchObject({ personId: mei, level: 'department' });
    expect((await trail.stepsOf(database(), [id])).get(id)).toMatchObject([
      { what: 'stepped-up', personId: ruth, toPersonId: mei, line: 'A man waits.' },
    ]);
    expect(await noticesOf()).toEqual([`ask.stepped-up ${dev}`, `ask.stepped-up-to-you ${mei}`].toSorted());
    const { sql, t } = database();
    expect(await sql.select().from(t.askLink).where(eq(t.askLink.askId, id))).toMatchObject([{ personId: mei, endedAt: null }]);
  });

  test('what fails in the middle of it is as if it had not begun, and is done the next time', async () => {
    await announce();
    let ids = 0;
    const torn = () => {
      if ((ids += 1) > 1) throw new Error('the power went');
      return newId();
    };
    await expect(carryOutStepUps(appAt(day(13), torn))).rejects.toThrow('the power went');
    expect(await askById(database(), id)).toMatchObject({ personId: dev, level: 'team' });
    expect([await noticesOf(), await trail.stepsOf(database(), [id])]).toEqual([[], new Map()]);
    await carryOutStepUps(appAt(day(13)));
    expect(await askById(database(), id)).toMatchObject({ personId: mei, level: 'department' });
    expect(await noticesOf()).toHaveLength(2);
  });
});

/** The audit's chain on both databases: it is whole under many hands at once, and whatever is done to its rows behind the server's back is named. */
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq, sql as text, type SQL } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type Audit, makeAudit } from '#server/audit/audit.ts';
import { type HeadFile, makeHeadFile, readHeads } from '#server/audit/head-file.ts';
import { append, headOf, rowsAfter, shownRows } from '#server/audit/store.ts';
import { verifyAudit } from '#server/audit/verify.ts';
import { postgresAppendOnly, sqliteAppendOnly } from '#server/db/append-only.ts';
import type { Db, Dialect } from '#server/db/db.ts';
import { openDb } from '#server/db/open.ts';
import { makeLog } from '#server/log/log.ts';
import { type Viewer, visitor } from '#server/policy/viewer.ts';
import { newId } from '#shared/lib/ids.ts';
import { dialects, newDatabase, onBothDatabases } from '#tests/helpers/databases.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';

const log = makeLog('silent');
const folder = mkdtempSync(path.join(tmpdir(), 'kindling-audit-'));
const no = { code: 'not-allowed', reason: 'why.own-only' } as const;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

onBothDatabases('the audit', (database, dialect) => {
  let now = new Date('2027-03-01T12:00:00Z');
  let file = '';
  let heads: HeadFile;
  let audit: Audit;
  beforeEach(async () => {
    now = new Date('2027-03-01T12:00:00Z');
    file = path.join(folder, newId());
    await emptied(database(), dialect);
    heads = makeHeadFile(file, { clock: { now: () => now }, log });
    audit = makeAudit({ db: database(), clock: { now: () => now }, log, heads, secret: 'x'.repeat(32) });
  });

  const somebody = (): Viewer => ({ standing: 'member', personId: newId(), userId: newId(), sessionId: newId() });
  const act = (action: string, personId: string | null = null) =>
    database().transact(async (tx) => audit.done(tx, { at: now, personId, action, thing: null }));
  const rows = () => rowsAfter(database(), 0, 10_000);
  const verdict = async (written: 'with heads' | 'without heads' = 'without heads') =>
    (await verifyAudit(database(), written === 'with heads' ? await readHeads(file) : [])).first;
  async function ten(): Promise<void> {
    for (let n = 1; n <= 10; n += 1) await act(`act-${n}`);
    expect(await verdict()).toBeNull();
  }
  /** Does what the triggers would refuse, as somebody can who has the database in their hands. */
  const behindItsBack = (...statements: SQL[]) => forcing(database(), dialect, statements);

  test('an empty audit is whole', async () => {
    expect(await verifyAudit(database(), [])).toMatchObject({ rows: 0, first: null });
  });

  test('[AU6] a hundred acts at once, and refusals among them, make one chain without a gap', async () => {
    const people = Array.from({ length: 10 }, somebody);
    await Promise.all(
      Array.from({ length: 100 }, (_, n) => {
        const viewer = people[n % 10] ?? visitor;
        return n % 5 === 0 ? audit.refused({ viewer, action: 'asks.answer', thing: null, problem: no }) : act(`act-${n}`, viewer.personId);
      }),
    );
    const all = await rows();
    expect(all.map((row) => row.seq)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
    expect(all.filter((row) => row.outcome === 'refused')).toHaveLength(20);
    expect(await verdict()).toBeNull();
    expect(await headOf(database())).toEqual({ seq: 100, hash: all.at(-1)?.hash });
  });

  test('[AU1] what did not happen is not written: the row goes with its transaction', async () => {
    const failing = database().transact(async (tx) => {
      audit.done(tx, { at: now, personId: null, action: 'never', thing: null });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await act('after');
    expect((await rows()).map((row) => row.action)).toEqual(['after']);
  });

  test('[AU6] whether a transaction takes a row before its act or after it, none waits for another for ever', async () => {
    const site = { id: newId(), name: 'x', position: 1, archivedAt: null };
    await database().transact(async ({ sql, t }) => void (await sql.insert(t.site).values(site)));
    const both = (actFirst: boolean) =>
      database().transact(async (tx) => {
        const act = () => audit.done(tx, { at: now, personId: null, action: 'crossing', thing: null });
        if (actFirst) act();
        await tx.sql.update(tx.t.site).set({ name: 'y' }).where(eq(tx.t.site.id, site.id));
        if (!actFirst) act();
      });
    await Promise.all(Array.from({ length: 30 }, (_, n) => both(n % 2 === 0)));
    expect((await rows()).length).toBe(30);
  });

  test('[AU3] who did it in which session is kept, the session only as a keyed hash; an act by nobody keeps no session', async () => {
    const viewer = somebody();
    await audit.asking(viewer, async () => {
      await act('mine', viewer.personId);
      await act('unnamed', null);
      await act('for-another', newId());
    });
    const [mine, unnamed, another] = await rows();
    expect(mine).toMatchObject({ personId: viewer.personId, session: expect.stringMatching(/^[\w-]{22}$/) });
    expect(JSON.stringify(mine)).not.toContain(viewer.sessionId);
    expect([unnamed?.personId, unnamed?.session, another?.session]).toEqual([null, null, null]);
  });

  test('[AU4] a refused try that may be an unnamed author’s leads to nobody', async () => {
    const viewer = somebody();
    now = new Date('2027-03-01T12:34:56Z');
    await audit.refused({ viewer, action: 'sparks.post', thing: newId(), problem: { code: 'conflict', reason: 'problem.conflict' }, unnamed: true });
    const [row] = await rows();
    expect(row).toMatchObject({ personId: null, session: null, thing: null, at: new Date('2027-03-01T12:00:00Z') });
    expect(await shownRows(database(), { skip: 0, limit: 10, unnamed: ['sparks.post'] })).toEqual([]);
  });

  test('[AU2] slips are not tries: what does not parse, is not found or is too much leaves no row', async () => {
    for (const code of ['invalid', 'not-found', 'too-many', 'too-large', 'unavailable', 'unexpected'] as const)
      await audit.refused({ viewer: somebody(), action: 'asks.answer', thing: null, problem: { code, reason: 'problem.unexpected' } });
    expect(await rows()).toEqual([]);
  });

  test('[AU5] twenty refusals a minute are written, the rest as a number; another person is not silenced by it', async () => {
    const [loud, quiet] = [somebody(), somebody()];
    for (let n = 0; n < 50; n += 1) await audit.refused({ viewer: loud, action: 'asks.answer', thing: null, problem: no });
    await audit.refused({ viewer: quiet, action: 'asks.answer', thing: null, problem: no });
    expect((await rows()).filter((row) => row.personId === loud.personId)).toHaveLength(20);
    now = new Date(now.getTime() + 61_000);
    await audit.refused({ viewer: loud, action: 'asks.answer', thing: null, problem: no });
    expect(
      (await rows())
        .filter((row) => row.personId === loud.personId)
        .map((row) => [row.action, row.count])
        .slice(20),
    ).toEqual([
      ['many-more', 30],
      ['asks.answer', 1],
    ]);
    expect((await rows()).filter((row) => row.personId === quiet.personId)).toHaveLength(1);
  });

  test('[DB13] the database refuses to change, remove, replace or empty rows', async () => {
    await ten();
    const before = await rows();
    const { t } = database();
    const again = before[0];
    if (again === undefined) throw new Error('no row');
    const statements = [
      text`update audit set person_id = 'somebody-else'`,
      text`delete from audit where seq = 5`,
      dialect === 'sqlite' ? text`insert or replace into audit select * from audit where seq = 5` : text`truncate audit`,
    ];
    for (const statement of statements) await expect(database().maintain(statement)).rejects.toThrow();
    await expect(database().transact(async ({ sql }) => void (await sql.insert(t.audit).values(again)))).rejects.toThrow();
    expect(await rows()).toEqual(before);
  });

  test.each([
    ['its person', text`update audit set person_id = 'somebody-else' where seq = 4`],
    [
      'its time',
      dialect === 'sqlite'
        ? text`update audit set at = at + 1 where seq = 4`
        : text`update audit set at = at + interval '1 millisecond' where seq = 4`,
    ],
    ['its outcome', text`update audit set outcome = 'refused' where seq = 4`],
    ['its reason', text`update audit set reason = 'why.ended' where seq = 4`],
    ['its count', text`update audit set count = 2 where seq = 4`],
    ['its hash', text`update audit set hash = '00' where seq = 4`],
  ])('a changed row is named: %s', async (_what, statement) => {
    await ten();
    await behindItsBack(statement);
    expect(await verdict()).toEqual({ seq: 4, fault: 'changed' });
  });

  test('[AU8] a removed row is named; so is one whose gap was closed', async () => {
    await ten();
    await behindItsBack(text`delete from audit where seq = 6`);
    expect(await verdict()).toEqual({ seq: 6, fault: 'removed' });
    for (let n = 7; n <= 10; n += 1) await behindItsBack(text`update audit set seq = ${n - 1} where seq = ${n}`);
    await behindItsBack(text`update audit_head set seq = 9`);
    expect(await verdict()).toEqual({ seq: 6, fault: 'out-of-order' });
  });

  test('rows in another order are named', async () => {
    await ten();
    await behindItsBack(
      text`update audit set seq = 99 where seq = 3`,
      text`update audit set seq = 3 where seq = 7`,
      text`update audit set seq = 7 where seq = 99`,
    );
    expect(await verdict()).toEqual({ seq: 3, fault: 'out-of-order' });
  });

  test('[AU8] rows cut off at the end are named; where the head was set back too, by what was written down beside the database', async () => {
    await ten();
    await heads.close();
    await behindItsBack(text`delete from audit where seq > 8`);
    expect(await verdict()).toEqual({ seq: 9, fault: 'cut-off' });
    await behindItsBack(text`update audit_head set seq = 8, hash = (select hash from audit where seq = 8)`);
    expect(await verdict()).toBeNull();
    expect(await verdict('with heads')).toEqual({ seq: 9, fault: 'cut-off' });
  });

  test('a chain that was written anew does not fit the head beside the database', async () => {
    await ten();
    await heads.close();
    await emptied(database(), dialect);
    for (let n = 1; n <= 10; n += 1) await act(n === 4 ? 'forged' : `act-${n}`);
    expect(await verdict()).toBeNull();
    // The first line was written after the first row, the last when the file was closed: between them nobody can say.
    expect(await verdict('with heads')).toEqual({ seq: 2, fault: 'rewritten' });
  });

  test('a row added past the head is named', async () => {
    await ten();
    await behindItsBack(text`update audit_head set seq = 9, hash = (select hash from audit where seq = 9)`);
    expect(await verdict()).toEqual({ seq: 10, fault: 'added' });
  });

  test('[AU7] heads are written down now and then, each on a line of its own even behind one that broke off', async () => {
    await act('first');
    await act('soon after');
    await heads.close();
    expect((await readHeads(file)).map((head) => head.seq)).toEqual([1, 2]);
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -40));
    await act('later');
    await heads.close();
    await appendFile(file, '4 cut off');
    expect((await readHeads(file)).map((head) => head.seq)).toEqual([1, 3]);
    expect(await verdict('with heads')).toBeNull();
  });
});

test.each(dialects)('opening the database again brings its refusals back, on %s', async (dialect) => {
  const { address, drop } = await newDatabase(dialect);
  const open = () => openDb(address, path.join(rootFolder, 'drizzle'));
  const first = await open();
  await lettingAll(first, dialect);
  await first.close();
  const again = await open();
  await expect(
    again.transact(async (tx) => {
      await append(tx, [{ at: new Date(), personId: null, session: null, action: 'x', thing: null, outcome: 'done', reason: '', count: 1 }]);
      await tx.sql.delete(tx.t.audit);
    }),
  ).rejects.toThrow();
  await again.close();
  await drop();
});

/** Does what the database would refuse, and has it refuse again. */
async function forcing(db: Db, dialect: Dialect, statements: readonly SQL[]): Promise<void> {
  await lettingAll(db, dialect);
  for (const statement of statements) await db.maintain(statement);
  for (const statement of dialect === 'sqlite' ? sqliteAppendOnly : postgresAppendOnly) await db.maintain(text.raw(statement));
}

async function lettingAll(db: Db, dialect: Dialect): Promise<void> {
  const drops = dialect === 'sqlite' ? ['not_updated', 'not_deleted', 'not_replaced'] : ['not_changed', 'not_emptied'];
  for (const name of drops) await db.maintain(text.raw(`drop trigger audit_${name}${dialect === 'sqlite' ? '' : ' on audit'}`));
}

const emptied = (db: Db, dialect: Dialect) => forcing(db, dialect, [text`delete from audit`, text`delete from audit_head`]);

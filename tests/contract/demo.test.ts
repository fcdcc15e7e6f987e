/** The demo on both databases, and the proof that an unnamed spark leads to nobody. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDemo } from '#server/seed/content/demo.ts';
import { dialects, newDatabase } from '#tests/helpers/databases.ts';
import { startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const demo = readDemo();
const unnamed = demo.sparks.find((spark) => spark.by === null);
if (unnamed === undefined) throw new Error('the demo has no unnamed spark');

describe.each(dialects)('the demo on %s', (dialect) => {
  let place: Awaited<ReturnType<typeof newDatabase>>;
  let servers: TestServer[] = [];
  beforeAll(async () => {
    place = await newDatabase(dialect);
    const start = () => startTestServer({ database: place.address, demo: true });
    // On PostgreSQL two servers may start at once on one empty database.
    servers = dialect === 'postgres' ? await Promise.all([start(), start()]) : [await start()];
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await place.drop();
  });

  async function everyRow(): Promise<[table: string, row: string][]> {
    const [server] = servers;
    if (server === undefined) throw new Error('no server');
    const { sql, t } = server.app.db;
    const tables = await Promise.all(
      Object.entries(t).map(async ([name, table]) => (await sql.select().from(table)).map((row): [string, string] => [name, written(row)])),
    );
    return tables.flat();
  }

  test('it is filled once', async () => {
    const rows = await everyRow();
    const many = (table: string) => rows.filter(([name]) => name === table).length;
    expect([many('place'), many('person'), many('spark'), many('initiative'), many('tryAs')]).toEqual([
      1,
      demo.people.length,
      demo.sparks.length,
      4,
      demo.people.filter((person) => person.tryAs !== null).length,
    ]);
    expect(many('ask')).toBe(demo.initiatives.flatMap((one) => one.asks).length);
    expect(many('boardElement')).toBe(demo.initiatives.flatMap((one) => [...one.elements, ...one.beganWith]).length);
  });

  test('those who speak Dutch get their letters in Dutch, and nobody else does', async () => {
    const dutch = demo.people.filter((person) => person.language === 'nl').map((person) => person.id);
    expect(dutch.length).toBeGreaterThan(1);
    expect(
      (await accounts())
        .filter((row) => row.language === 'nl')
        .map((row) => row.id)
        .toSorted(),
    ).toEqual(dutch.toSorted());
  });

  test('no row that holds an unnamed spark, its words or its moment of posting holds anybody who did not speak up about it', async () => {
    const title = unnamed.text.split('\n')[0] ?? '';
    const spoke = new Set([...unnamed.kindles, ...unnamed.comments].map((act) => act.by));
    const rows = (await everyRow()).filter(([, row]) => row.includes(unnamed.id) || row.includes(title));
    expect(rows.map(([table]) => table)).toEqual(expect.arrayContaining(['spark', 'activity']));
    const users = new Map((await accounts()).map((row) => [row.id, row.userId]));
    for (const [table, row] of rows) {
      for (const { id } of demo.people) {
        const found = [id, users.get(id) ?? id].some((one) => row.includes(`"${one}"`));
        expect([table, id, found && !spoke.has(id)]).toEqual([table, id, false]);
      }
    }
    const [spark] = rows.filter(([table]) => table === 'spark');
    expect(JSON.parse(spark?.[1] ?? '{}')).toMatchObject({ authorId: null, nameShown: 'unnamed', bringInId: null });
  });

  async function accounts() {
    const [server] = servers;
    return server === undefined ? [] : server.app.db.sql.select().from(server.app.db.t.person);
  }
});

/** A row as text, its bytes read as letters so that a name inside them would be seen. */
function written(row: object): string {
  return JSON.stringify(row, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
}

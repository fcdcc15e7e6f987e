import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { keepStatements } from './kept-statements.ts';

const database = new Database(':memory:');
keepStatements(database);
afterAll(() => database.close());

test('one text is one statement, whatever its values', () => {
  const sql = 'select ? as one';
  expect(database.prepare(sql)).toBe(database.prepare(sql));
  expect([database.prepare(sql).get(1), database.prepare(sql).get('two')]).toEqual([{ one: 1 }, { one: 'two' }]);
});

test('who asked for lists before changes nothing for who asks for objects', () => {
  const sql = 'select 1 as one, 2 as two';
  expect(database.prepare(sql).raw().all()).toEqual([[1, 2]]);
  expect(database.prepare(sql).all()).toEqual([{ one: 1, two: 2 }]);
});

test('a statement follows when its table changes', () => {
  database.exec('create table thing (a)');
  database.prepare('insert into thing values (?)').run(1);
  expect(database.prepare('select * from thing').all()).toEqual([{ a: 1 }]);
  database.exec('alter table thing add column b');
  expect(database.prepare('select * from thing').all()).toEqual([{ a: 1, b: null }]);
});

test('many different ones do not pile up', () => {
  const first = database.prepare('select 0 as many');
  for (let nth = 1; nth <= 1000; nth++) expect(database.prepare(`select ${nth} as many`).get()).toEqual({ many: nth });
  expect(database.prepare('select 0 as many')).not.toBe(first);
});

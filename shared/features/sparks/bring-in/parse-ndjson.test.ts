import { expect, it } from 'vitest';
import { parseNdjson } from './parse-ndjson.ts';

it('reads one object a line, with the names of all of them as headers', () => {
  expect(parseNdjson('{"title":"Tea","n":1}\r\n\n{"body":"Cold","title":null,"tags":["a","b"],"deep":{"x":1}}\n')).toEqual({
    format: 'ndjson',
    headers: ['title', 'n', 'body', 'tags', 'deep'],
    rows: [
      { row: 1, cells: ['Tea', '1', '', '', ''] },
      { row: 3, cells: ['', '', 'Cold', 'a, b', '{"x":1}'] },
    ],
    bad: [],
  });
});

it('names every line it cannot read, by the line of the file', () => {
  const { rows, bad } = parseNdjson(`{"a":1}\nnot json\n[1]\n"text"\nnull\n{"a":"${'x'.repeat(20_001)}"}\n{"a":2}`);
  expect(rows.map(({ row }) => row)).toEqual([1, 7]);
  expect(bad.map(({ row, code }) => `${row} ${code}`)).toEqual([
    '2 not-json',
    '3 not-an-object',
    '4 not-an-object',
    '5 not-an-object',
    '6 cell-too-long',
  ]);
});

it('takes names that mean something to JavaScript for plain names', () => {
  const { headers, rows } = parseNdjson('{"__proto__":"x","constructor":"y"}');
  expect({ headers, cells: rows[0]?.cells }).toEqual({ headers: ['__proto__', 'constructor'], cells: ['x', 'y'] });
});

it('refuses too many rows and too many names', () => {
  expect(() => parseNdjson('{}\n'.repeat(50_001))).toThrow('bringIn.too-many-rows');
  expect(() => parseNdjson(JSON.stringify(Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`n${at}`, at]))))).toThrow(
    'bringIn.too-many-columns',
  );
});

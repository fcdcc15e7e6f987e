import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unguard, writeCsv } from './csv.ts';

function readBack(csv: string): string[][] {
  return parse(csv, { bom: true, relax_column_count: true });
}

it('writes a mark, quotes, CRLF and nothing else', () => {
  expect(
    writeCsv(
      ['title', 'days'],
      [
        ['Tea "hot"', 3],
        [null, -2],
      ],
    ),
  ).toBe('\ufeff"title","days"\r\n"Tea ""hot""","3"\r\n"","-2"\r\n');
});

describe('a cell that a spreadsheet could run', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', ' =1', "'=1", '-'])(
    'like %j is written with a quote before it',
    (cell) => {
      expect(readBack(writeCsv(['a'], [[cell]]))).toEqual([['a'], [`'${cell}`]]);
    },
  );

  it.each(['tea', "'tea'", '1+1', 'a=b', 'me@example.org', '', "it's"])('is not %j', (cell) => {
    expect(readBack(writeCsv(['a'], [[cell]]))).toEqual([['a'], [cell]]);
  });

  it('may stand in the header row too', () => {
    expect(readBack(writeCsv(['=1'], []))).toEqual([["'=1"]]);
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=', '+', '-', '@', "'", '’', '"', ',', ';', '\t', '\r', '\n', '\r\n', '\ufeff', '＝', ' ', '\u0000'),
);
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

it('is read back as it was, whatever the words', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const [headers = [], ...rest] = rows;
      const read = readBack(writeCsv(headers, rest)).map((row) => row.map(unguard));
      expect(read).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

it('never starts a cell with what starts a formula', () => {
  fc.assert(
    fc.property(cell, (words) => {
      const [, [written = ''] = []] = readBack(writeCsv(['a', 'b'], [[words, 'x']]));
      expect(written).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

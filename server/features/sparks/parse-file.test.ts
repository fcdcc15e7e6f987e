import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '#shared/lib/csv.ts';
import { Problem } from '#shared/lib/problem.ts';
import { readFeedbackFile } from '#tests/fixtures/ideas/read-ideas.ts';
import { parseFile } from './parse-file.ts';

async function cellsOf(content: string | Uint8Array): Promise<string[][]> {
  const { headers, rows } = await parseFile(content);
  return [[...headers], ...rows.map(({ cells }) => [...cells])];
}

async function badOf(content: string): Promise<string[]> {
  return (await parseFile(content)).bad.map(({ row, code }) => `${row} ${code}`);
}

const table = [
  ['title', 'text'],
  ['Tea', 'Cold, always'],
];

describe('a CSV file', () => {
  it.each([
    ['commas', 'title,text\nTea,"Cold, always"\n'],
    ['semicolons', 'title;text\r\nTea;Cold, always\r\n'],
    ['tabs', 'title\ttext\rTea\tCold, always'],
    ['bars', 'title|text\nTea|Cold, always'],
    ['what its first line says', 'sep=;\r\ntitle;text\r\nTea;Cold, always'],
    ['a byte order mark', '\ufefftitle,text\nTea,"Cold, always"'],
    ['empty lines', '\n\ntitle,text\n\n,,\nTea,"Cold, always"\n\n'],
    ['empty columns at the end', 'title,text,,\nTea,"Cold, always",,\n'],
    ['quoted headers that hold another delimiter', '"title","text"\nTea,"Cold, always"'],
  ])('is read with %s', async (_, content) => {
    expect(await cellsOf(content)).toEqual(table);
  });

  it('is read from the bytes of any encoding', async () => {
    expect(await cellsOf(Buffer.from('\ufefftitle,text\r\nTea,Café', 'utf16le'))).toEqual([
      ['title', 'text'],
      ['Tea', 'Café'],
    ]);
    expect(await cellsOf(Buffer.from('title,text\r\nTea,Café', 'latin1'))).toEqual([
      ['title', 'text'],
      ['Tea', 'Café'],
    ]);
    expect(await cellsOf(Buffer.from('title,text\r\nTea,Café খাবার 👩🏽‍⚕️'))).toEqual([
      ['title', 'text'],
      ['Tea', 'Café খাবার 👩🏽‍⚕️'],
    ]);
  });

  it('of one column may hold commas without quotes', async () => {
    expect(await cellsOf('What did you see?\nTea, cold; always\n')).toEqual([['What did you see?'], ['Tea, cold; always']]);
  });

  it('keeps quotes inside a cell, and lines inside quotes', async () => {
    expect(await cellsOf('title,text\n5" pipe,"two\r\nlines ""here"""\n')).toEqual([
      ['title', 'text'],
      ['5" pipe', 'two\r\nlines "here"'],
    ]);
  });

  it('gives names to headers that have none or the same', async () => {
    expect((await parseFile('text,,Text,text,text\n1,2,3,4,5')).headers).toEqual(['text', '#2', 'Text', 'text (2)', 'text (3)']);
  });

  it('counts rows as a spreadsheet does', async () => {
    const { rows } = await parseFile('title,text\n\nTea,"two\nlines"\n,\nToast,burnt\n');
    expect(rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  it('names every row it cannot read and reads the others', async () => {
    expect(await badOf(`title,text\nTea,Cold,always\nToast,ok\nSoup,${'x'.repeat(20_001)}\n`)).toEqual(['2 more-cells', '4 cell-too-long']);
  });

  it('names the row of a quote that never closes', async () => {
    const { rows, bad } = await parseFile('title,text\nTea,cold\nToast,"burnt\nSoup,thin\n');
    expect(rows).toHaveLength(1);
    expect(bad).toEqual([{ row: 3, field: 'row', code: 'open-quote', value: '' }]);
  });

  it('of ours is read back as it was, whatever the words', async () => {
    const cell = fc
      .array(fc.constantFrom('=', '-', "'", '"', ',', ';', '\t', '\n', '\r\n', 'Tea', 'é', '👩🏽‍⚕️', ' '), { maxLength: 8 })
      .map((parts) => `${parts.join('')}x`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        expect(await cellsOf(writeCsv(['title', 'text'], rows))).toEqual([['title', 'text'], ...rows]);
      }),
    );
  });
});

describe('an NDJSON file', () => {
  it('is known by its first sign', async () => {
    expect(await cellsOf('\ufeff{"title":"Tea","text":"Cold, always"}\n')).toEqual(table);
  });

  it('of 1,851 real answers is read whole', async () => {
    const { format, rows, bad } = await parseFile(Buffer.from(readFeedbackFile()));
    expect({ format, rows: rows.length, bad }).toEqual({ format: 'ndjson', rows: 1851, bad: [] });
  });
});

describe('a file is refused', () => {
  it.each([
    ['bringIn.file-empty', ' \n\ufeff\n'],
    ['bringIn.not-text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0x14, 0])],
    ['bringIn.not-text', 'title\u0000text'],
    ['bringIn.one-object-a-line', '[{"title":"Tea"}]'],
    ['bringIn.too-many-columns', `${'a,'.repeat(101)}a\n`],
    ['bringIn.too-many-rows', `a,b\n${'c,d\n'.repeat(50_001)}`],
    ['bringIn.too-many-rows', `a,b\n${'\n'.repeat(50_001)}`],
    ['bringIn.file-too-large', Buffer.alloc(5 * 1024 * 1024 + 1, 'a')],
  ])('with %s', async (reason, content) => {
    const thrown = await parseFile(content).catch((problem: unknown) => problem);
    expect(thrown).toBeInstanceOf(Problem);
    expect(thrown).toMatchObject({ body: { reason } });
  });

  it('never in another way, whatever is in it', async () => {
    const piece = fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '{', '}', '[', ']', ':', 'a', 'é', ' ', '\ufeff', 'sep=', '\u001f', '\ufffd');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const parsed = await parseFile(pieces.join('')).catch((problem: unknown) => problem);
        if (!(parsed instanceof Problem)) expect(parsed).toHaveProperty('rows');
      }),
      { numRuns: 500 },
    );
  });
});

it('hands the thread back while it reads a large file', async () => {
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  await parseFile(`title,text\n${'Tea,"Cold, always"\n'.repeat(45_000)}`);
  clearInterval(turning);
  expect(turns).toBeGreaterThan(3);
});

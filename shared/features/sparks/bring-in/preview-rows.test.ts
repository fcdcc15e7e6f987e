import { describe, expect, it } from 'vitest';
import { readFeedbackFile } from '#tests/fixtures/ideas/read-ideas.ts';
import { guessColumns } from './guess-columns.ts';
import { parseNdjson } from './parse-ndjson.ts';
import { previewRows, sparkKey, type PreviewOptions } from './preview-rows.ts';
import type { Sheet } from './sheet.ts';

const headers = ['title', 'text', 'kind', 'site', 'created'];
const columns = guessColumns(headers);
const sites = [{ id: 's1', name: 'St. Élise Hospital' }];

function preview(rows: readonly (readonly string[])[], options: Partial<PreviewOptions> = {}) {
  return previewRows(sheetOf(rows), columns, { sites, ...options });
}

function sheetOf(rows: readonly (readonly string[])[]): Sheet {
  return { headers, rows: rows.map((cells, at) => ({ row: at + 2, cells })) };
}

function reasons(rows: readonly (readonly string[])[], options?: Partial<PreviewOptions>): string[] {
  return preview(rows, options).bad.map(({ row, field, code, value }) => `${row} ${field} ${code} ${value}`.trim());
}

describe('a good row', () => {
  it('becomes a spark', () => {
    expect(preview([['Cold tea', 'In bay 4.', 'Idea', ' st. elise  hospital', '12/06/2026']]).good).toEqual([
      {
        row: 2,
        title: 'Cold tea',
        body: 'In bay 4.',
        kind: 'idea',
        siteId: 's1',
        site: 'St. Élise Hospital',
        created: '2026-06-12',
        mayIdentify: false,
      },
    ]);
  });

  it('needs no more than words', () => {
    expect(preview([['Cold tea']]).good).toEqual([
      { row: 2, title: 'Cold tea', body: '', kind: 'need', siteId: null, site: null, created: null, mayIdentify: false },
    ]);
    expect(preview([['', 'Cold tea\nIn bay 4.']], { defaultKind: 'idea' }).good).toMatchObject([
      { title: 'Cold tea', body: 'In bay 4.', kind: 'idea' },
    ]);
  });

  it('loses no words when the only words are in a long title', () => {
    const words = 'word '.repeat(100).trim();
    const [draft] = preview([[words]]).good;
    expect(`${draft?.title} ${draft?.body}`).toBe(words);
  });

  it('does not say twice what the title only repeats', () => {
    expect(preview([['The tea was cold and...', 'The tea was cold and\nthe toast too']]).good).toMatchObject([
      { title: 'The tea was cold and', body: 'the toast too' },
    ]);
  });

  it('says when it may tell who somebody is', () => {
    expect(preview([['Mrs Okafor waited']]).good).toMatchObject([{ mayIdentify: true }]);
  });
});

describe('a bad row is named with its reason', () => {
  it.each([
    { cells: ['', '  ', 'idea'], reason: '2 row no-words' },
    { cells: ['x'.repeat(201), 'body'], reason: `2 title title-too-long ${'x'.repeat(79)}…` },
    { cells: ['Tea', 'x'.repeat(5001)], reason: `2 text text-too-long ${'x'.repeat(79)}…` },
    { cells: ['Tea', '', 'wish'], reason: '2 kind unknown-kind wish' },
    { cells: ['Tea', '', '', 'Moon base'], reason: '2 site unknown-site Moon base' },
    { cells: ['Tea', '', '', '', '2021-30-10'], reason: '2 created bad-date 2021-30-10' },
    { cells: ['Tea', '', '', '', '2026-06-13'], reason: '2 created future-date 2026-06-13' },
    { cells: ['Tea', 'for 943 476 5919'], reason: '2 text nhs-number' },
    { cells: ['T\ufffda'], reason: '2 row broken-letters T\ufffda' },
  ])('$reason', ({ cells, reason }) => {
    expect(reasons([cells], { today: '2026-06-12' })).toEqual([reason]);
  });

  it('with every reason at once', () => {
    expect(reasons([['', '', 'wish', 'Moon base', 'soon']])).toEqual([
      '2 row no-words',
      '2 kind unknown-kind wish',
      '2 site unknown-site Moon base',
      '2 created bad-date soon',
    ]);
  });

  it('and never hands an NHS number on', () => {
    expect(JSON.stringify(preview([['Tea', 'x', '943 476 5919', '9434765919', '943-476-5919'], ['9434765919']]).bad)).not.toMatch(/943.?476.?5919/);
  });

  it('when the same words came before, whatever their capitals and full stops', () => {
    expect(
      reasons([
        ['Cold tea', 'In bay 4'],
        ['COLD TEA', 'in bay 4.'],
        ['Cold tea', 'In bay 5'],
      ]),
    ).toEqual(['3 row repeated 2']);
  });

  it('when a spark with these words is on the wall', () => {
    expect(reasons([['Cold tea', 'In bay 4']], { existing: new Set([sparkKey('Cold tea!', 'In bay 4')]) })).toEqual(['2 row already-here']);
  });
});

it('refuses columns that are not there or hold no words', () => {
  expect(() => previewRows(sheetOf([]), { ...columns, title: null, text: null }, { sites })).toThrow('bringIn.no-text-column');
  expect(() => previewRows(sheetOf([]), { ...columns, site: 'Wards' }, { sites })).toThrow('bringIn.unknown-column');
});

describe('1,851 real answers of patients', () => {
  const file = parseNdjson(readFeedbackFile());
  const { good, bad } = previewRows(file, guessColumns(file.headers), { sites: [], defaultKind: 'idea' });

  it('all come in but the two with an impossible date and the five repeated ones', () => {
    expect(file.bad).toEqual([]);
    expect(good).toHaveLength(1844);
    expect(bad.map(({ row, code, value }) => `${row} ${code} ${value}`)).toEqual(
      expect.arrayContaining(['461 bad-date 2021-30-10', '469 bad-date 2021-31-12', '1263 repeated 541', '1274 repeated 37', '1275 repeated 81']),
    );
    expect(bad).toHaveLength(7);
  });

  it('keep every word', () => {
    const bodyAt = file.headers.indexOf('body');
    const written = new Map(file.rows.map(({ row, cells }) => [row, cells[bodyAt] ?? '']));
    const lost = good.filter(({ row, title, body }) => (title + body).replace(/\s/g, '') !== (written.get(row) ?? '').replace(/\s/g, ''));
    expect(lost).toEqual([]);
  });
});

// What a file of sparks looks like once it is read: headers, rows of text cells, and what was wrong with the rest.
import type { z } from 'zod';
import type { sparkColumns } from '../model.ts';

export const limits = { fileBytes: 5 * 1024 * 1024, rows: 50_000, columns: 100, cell: 20_000, title: 200, body: 5000 } as const;

/** Which header holds what; null when no header does. */
export type SparkColumns = z.infer<typeof sparkColumns>;
export type ColumnName = keyof SparkColumns;

/** Reasons why one row cannot come in. Each has a sentence in shared/words/en/bring-in.ts. */
export type BadRowCode =
  | 'no-words'
  | 'title-too-long'
  | 'text-too-long'
  | 'unknown-kind'
  | 'unknown-site'
  | 'bad-date'
  | 'future-date'
  | 'nhs-number'
  | 'repeated'
  | 'already-here'
  | 'broken-letters'
  | 'cell-too-long'
  | 'more-cells'
  | 'open-quote'
  | 'not-json'
  | 'not-an-object';

/** Reasons why a whole file cannot be read; they travel as a Problem with the reason `bringIn.<code>`. */
export type BadFileCode =
  'file-too-large' | 'file-empty' | 'too-many-rows' | 'too-many-columns' | 'not-text' | 'one-object-a-line' | 'no-text-column' | 'unknown-column';

export interface SheetRow {
  /** As a spreadsheet counts: the header is 1. In NDJSON the line of the file, from 1. */
  readonly row: number;
  /** In the order of the headers; an absent cell is the empty string. */
  readonly cells: readonly string[];
}

export interface BadRow {
  readonly row: number;
  /** Which of our columns, or `row` for the whole row. */
  readonly field: ColumnName | 'row';
  readonly code: BadRowCode;
  /** For the sentence's `{value}`: what stands in the cell, shortened, never with an NHS number. */
  readonly value: string;
}

export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** A sheet and the rows that could not be read at all. */
export interface ParsedFile extends Sheet {
  readonly format: 'csv' | 'ndjson';
  readonly bad: readonly BadRow[];
}

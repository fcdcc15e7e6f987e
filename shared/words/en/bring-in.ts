/** Why a file of sparks, or one of its rows, cannot come in, and what to do about it. */
import type { BadFileCode, BadRowCode } from '../../features/sparks/bring-in/sheet.ts';

export const bringIn = {
  'no-words': 'There are no words in this row.',
  'title-too-long': 'The title is longer than 200 characters. Make it shorter, or leave the title column out.',
  'text-too-long': 'The text is longer than 5,000 characters. Make it shorter, or split it into two rows.',
  'unknown-kind': '“{value}” is not a kind we know. Write “need” or “idea”, or leave it empty.',
  'unknown-site': 'This place has no site called “{value}”. Use the name as it stands in the list of sites, or leave it empty.',
  'bad-date': '“{value}” is not a date we can read. Write it like 2027-06-12 or 12/06/2027 (day first).',
  'future-date': 'The date “{value}” is still to come.',
  'nhs-number': 'This row holds an NHS number. Kindling is not for patient data: take the number out.',
  repeated: 'These are the same words as in row {value}.',
  'already-here': 'A spark with these words is on the wall already.',
  'broken-letters': 'Some letters could not be read. Save the file as “CSV UTF-8” and choose it again.',
  'cell-too-long': 'One cell holds more than 20,000 characters.',
  'more-cells': 'This row has more cells than the first row has names. Put quotes around text that holds commas or semicolons.',
  'open-quote': 'A quote (") opens here and never closes, so everything after it was left out. Close it and choose the file again.',
  'not-json': 'This line is not JSON.',
  'not-an-object': 'This line is JSON, but it is not one object with names and values.',
  'file-too-large': 'This file is larger than 5 MB. Split it and bring in the parts.',
  'file-empty': 'There is nothing in this file.',
  'too-many-rows': 'This file has more than 50,000 rows. Split it and bring in the parts.',
  'too-many-columns': 'This file has more than 100 columns. Keep the ones that matter here.',
  'not-text': 'This is not a CSV or NDJSON file. In a spreadsheet, choose “Save as” and then “CSV UTF-8”.',
  'one-object-a-line': 'This file is one long list. Save it as NDJSON: one object on each line.',
  'no-text-column': 'Choose which column holds the words.',
  'unknown-column': 'The file has no column with this name.',
} as const satisfies Record<BadRowCode | BadFileCode, string>;

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findIdentifiers } from './find-identifiers.ts';

const sentences = readFileSync(new URL('../../../tests/fixtures/ig/identifiable_text.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.object({ text: z.string(), expected: z.enum(['ok', 'warn', 'block']) }).parse(JSON.parse(line)));

function kindsIn(text: string): string[] {
  return findIdentifiers(text).map((found) => found.kind);
}

describe('the sentences of the fixture', () => {
  const textsOf = (expected: string): string[] => sentences.filter((sentence) => sentence.expected === expected).map(({ text }) => text);

  it('finds every valid NHS number', () => {
    expect(textsOf('block').filter((text) => !findIdentifiers(text).some((found) => found.severity === 'block'))).toEqual([]);
  });

  it('warns about every sentence that may tell who somebody is', () => {
    expect(textsOf('warn').filter((text) => findIdentifiers(text).length === 0)).toEqual([]);
  });

  it('refuses none of the sentences that only deserve a warning', () => {
    expect(textsOf('warn').filter((text) => findIdentifiers(text).some((found) => found.severity === 'block'))).toEqual([]);
  });

  it('leaves every harmless sentence alone', () => {
    expect(textsOf('ok').filter((text) => findIdentifiers(text).length > 0)).toEqual([]);
  });
});

describe('an NHS number', () => {
  it.each([
    '9434765919',
    '943 476 5919',
    '943-476-5919',
    '943\u00a0476\u00a05919',
    '943–476–5919',
    '94 34 76 59 19',
    '9 4 3 4 7 6 5 9 1 9',
    '943\u200b4765919',
    '943 476\n5919',
    'bed 4 943 476 5919',
    'on 12 9434765919',
    '৯৪৩৪৭৬৫৯১৯',
    '９４３ ４７６ ５９１９',
    '٩٤٣٤٧٦٥٩١٩',
  ])('is found in "%s"', (text) => {
    expect(findIdentifiers(text).map((found) => found.severity)).toEqual(['block']);
  });

  it('says where it stands, so that it can be shown and taken out', () => {
    const text = 'For 943 476 5919 please';
    expect(findIdentifiers(text).map(({ start, end }) => text.slice(start, end))).toEqual(['943 476 5919']);
  });

  it.each(['943 476 5918', '0000000000', '1111111111', '94347659190', '943476591', 'ISBN 0 943476591 9 2', '943,476,5919'])('is not "%s"', (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });
});

describe('a warning', () => {
  it.each([
    ['phone', 'Ring 07700 900123 after six.'],
    ['phone', 'Ring +44 7700 900123 after six.'],
    ['phone', 'Ring +44 (0)7700 900123.'],
    ['phone', 'Her landline is (0113) 496 0000.'],
    ['phone', 'Bel 06-12345678 voor haar.'],
    ['email', 'Write to j.o’neil or joe_1@mail.example.org, please'],
    ['postcode', 'She lives at ZZ1 1ZZ.'],
    ['postcode', 'she lives near zz99 9zz'],
    ['address', 'He lives at 12a Old Priory Lane now.'],
    ['address', 'Ze woont in de Dorpsstraat 12.'],
    ['date-of-birth', 'd.o.b. 3rd of March 1951'],
    ['date-of-birth', 'Date of birth: 1951-03-12'],
    ['date-of-birth', 'Geboren op 3 maart 1951'],
    ['date-of-birth', 'Shanice (26/04/1936) waited.'],
    ['hospital-number', 'Patient no. 1234567 was moved.'],
    ['hospital-number', 'See K123456 for what went wrong.'],
    ['titled-name', 'Mr. O’Brien waited.'],
    ['titled-name', 'mrs okafor waited'],
    ['titled-name', 'Mevrouw de Vries wachtte.'],
    ['name-and-health', 'The patient Margaret was left alone.'],
    ['name-and-health', 'Her diabetes was missed. My mum, Shanice, was angry.'],
    ['name-and-health', 'Margaret, aged 82 years old, fell twice.'],
  ])('is given as %s for "%s"', (kind, text) => {
    expect(kindsIn(text)).toContain(kind);
  });
});

describe('no warning', () => {
  it.each([
    'Rose Ward is warmer than Grace Ward.',
    'May was quiet. Will June be?',
    'Will Sister Rose open the door in May?',
    'Call 0300 123 4567, 0800 1111 or 111.',
    'PO 999 411 4428 and PO123456 are paid.',
    'Dr Patel and Nurse Jones started the huddle.',
    'The MS clinic and MS Teams both moved.',
    'We miss Monday appointments; Miss Monday and you wait a week.',
    'Mr or Mrs on the form is enough.',
    'The MR scanner is down, mr scan lists are long.',
    'Bay B1 2nd floor, bay E3 4th bed.',
    'My neighbour Ayaan helps at the football club.',
    'The patient Safety team and the Patient Experience group meet on 12/03/2027.',
    'My friend waited 9 hours on the ward.',
    'In 2024 OT saw 5000 GP patients in 12 Good Practice Places.',
    'Write to pals@example.org or info@example.org.',
    'Founded in 1948. Between 01/02 and 03/04 we saw 1,234,567 people for £12 345 678.90.',
    'Meeting 14:30, room 12B, ext 4567, ward 7A.',
    'v2.10.3 10.0.0.1 2027-03-12T09:30:00Z',
    'Call 01 extension 2345.',
  ])('for "%s"', (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });
});

describe('hostile text', () => {
  const long = 100_000;
  it.each([
    '1',
    ' ',
    '1 ',
    '1 - ',
    '0',
    '+44 ',
    '(0',
    'a',
    'A',
    'a@',
    'a.',
    'a@a.',
    '@',
    'Mr ',
    'Mr van de ',
    'my neighbour ',
    'My mum Ann ',
    'patient ',
    '1 A',
    '1 A ',
    'born ',
    'born on ',
    'dob 1/',
    'AA1 ',
    'A1A',
    'hospital no ',
    'Ann, 8',
    '\u200b1',
    'é',
    '(',
    '1/1/',
  ])('of 100 kB made of "%s" takes no time to speak of', (piece) => {
    const text = piece.repeat(Math.ceil(long / piece.length));
    const started = performance.now();
    findIdentifiers(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('takes about twice as long when it is twice as long', () => {
    const timed = (many: number): number => {
      const text = 'Mr A 1 943 476 591 my mum Ann 1/1/ a@a. '.repeat(many);
      const started = performance.now();
      findIdentifiers(text);
      return performance.now() - started;
    };
    timed(2_000);
    expect(timed(8_000)).toBeLessThan(Math.max(200, timed(2_000) * 12));
  });
});

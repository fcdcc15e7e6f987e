import { warnings, type Identifier } from './finding.ts';
import { nhsNumberIsValid } from './nhs-number.ts';

/** What people put between the digits of one number: spaces of any width, hyphens and dashes, dots, characters of no width. */
const between = '[\\s\\u00ad\\u200b-\\u200d\\u2060\\ufeff.\\-\\u2010-\\u2015\\u2212]';
const tenDigits = new RegExp(`(?<!\\d)\\d(?:${between}{0,2}\\d){9}(?!\\d)`, 'g');
const digitBefore = new RegExp(`\\d${between}{1,2}$`);
const digitAfter = new RegExp(`^${between}{1,2}\\d`);

/** Valid NHS numbers, however they are spaced. Ten equal digits pass the check digit but are nobody's. */
export function findNhsNumbers(text: string): Identifier[] {
  const found: Identifier[] = [];
  tenDigits.lastIndex = 0;
  for (let match = tenDigits.exec(text); match !== null; match = tenDigits.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    if (identifies(match[0], text, start, end)) found.push({ kind: 'nhs-number', start, end, severity: 'block' });
    else tenDigits.lastIndex = start + 1; // Ten digits may begin inside ten that were something else ("bed 4, 943 476 5919").
  }
  return found;
}

function identifies(written: string, text: string, start: number, end: number): boolean {
  const digits = written.replace(/\D/g, '');
  if (!nhsNumberIsValid(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  if (/^(\d{10}|\d{3}\D{1,2}\d{3}\D{1,2}\d{4})$/.test(written)) return true;
  // An unusual grouping inside a longer row of digits is another number (an ISBN); a leading 0 in two halves is a telephone.
  const partOfMore = digitBefore.test(text.slice(Math.max(0, start - 3), start)) || digitAfter.test(text.slice(end, end + 3));
  return !partOfMore && !/^0\d{3,5}\D{1,2}\d{4,6}$/.test(written);
}

const phone = new RegExp(
  `(?<![\\d+])(?:\\+|00)[1-9](?:${between}{0,2}[\\d()]){8,15}(?![\\d])|(?<!\\d)\\(?0[124567](?:${between}{0,2}[\\d()]){8,11}(?![\\d])`,
  'g',
);

/** Telephone numbers that may be a person's: 03 and 08 numbers and short ones (111, 999) belong to services. */
export function findPhones(text: string): Identifier[] {
  return warnings('phone', text, phone, ([written]) => {
    const digits = written.replace(/\D/g, '');
    return digits.length >= 10 && digits.length <= 15 && !/^(?:00)?44\(?0?\)?[38]/.test(digits);
  });
}

const month = '(?:jan|feb|mar|apr|may|mei|maart|jun|jul|aug|sep|oct|okt|nov|dec)[a-z]{0,7}';
const date = `(?:\\d{1,2}(?:st|nd|rd|th)?[\\s./-]{1,3}(?:of )?(?:\\d{1,2}|${month})[\\s.,/-]{1,3}\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|${month} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`;
const bornOn = new RegExp(
  `\\b(?:born|birth|birthday|birthdate|d\\.?o\\.?b|geboren|geboortedatum)\\b[\\s.:,(-]{0,3}(?:(?:on|op|is|was|the)\\b[\\s:]{0,2}){0,2}${date}`,
  'gi',
);
const lastCentury = /(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]19\d{2}(?![\d/-])/g;

/** Dates said to be of birth, and full dates of the last century in figures, which seldom are anything else. */
export function findDatesOfBirth(text: string): Identifier[] {
  return [...warnings('date-of-birth', text, bornOn), ...warnings('date-of-birth', text, lastCentury)];
}

const namedNumber =
  /\b(?:hospital|hosp|patient|pt|mrn|unit|case ?notes?|pas|pati[eë]nt|bsn)[ -]?(?:number|num|nummer|nr|no|id|ref)?\b[.:#\s]{0,3}[a-z]{0,4}[ -]?\d{5,10}[a-z]?\b/gi;
const shapedNumber = /(?<![\w/-])([A-Z]{1,4})\d{6,8}[A-Z]?(?![\w/-])/g;
const officePrefixes = new Set(['PO', 'INV', 'REQ', 'REF', 'INC', 'CHG', 'RFC', 'TKT', 'SR', 'CR', 'GB', 'ISO', 'EN', 'BS', 'DCB', 'RM', 'NICE']);

/** Numbers called a hospital's or patient's, and letters with six to eight digits that are not an office's. */
export function findHospitalNumbers(text: string): Identifier[] {
  return [
    ...warnings('hospital-number', text, namedNumber),
    ...warnings('hospital-number', text, shapedNumber, ([, letters]) => !officePrefixes.has(letters ?? '')),
  ];
}

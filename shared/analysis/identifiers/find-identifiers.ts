// Text that may tell who a patient is, found while it is being typed. Every pattern repeats a bounded number of times, so the time grows
// in step with the length of the text whatever the text is.
import type { Identifier } from './finding.ts';
import { findAddresses, findEmails, findPostcodes } from './contacts.ts';
import { findNamesWithHealth, findTitledNames } from './names.ts';
import { findDatesOfBirth, findHospitalNumbers, findNhsNumbers, findPhones } from './numbers.ts';
import { plainDigits } from './plain-digits.ts';

/** Every identifier in a text, in reading order and without overlaps; a `block` wins over a `warn`, then the longer one. */
export function findIdentifiers(text: string): Identifier[] {
  const plain = plainDigits(text);
  const found = [
    ...findNhsNumbers(plain),
    ...findPhones(plain),
    ...findDatesOfBirth(plain),
    ...findHospitalNumbers(plain),
    ...findPostcodes(plain),
    ...findAddresses(plain),
    ...findEmails(plain),
    ...findTitledNames(plain),
    ...findNamesWithHealth(plain),
  ];
  return withoutOverlaps(found);
}

function withoutOverlaps(found: readonly Identifier[]): Identifier[] {
  const inReadingOrder = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Identifier[] = [];
  for (const next of inReadingOrder) {
    const last = kept.at(-1);
    if (last === undefined || next.start >= last.end) kept.push(next);
    else if (weight(next) > weight(last)) kept[kept.length - 1] = next;
  }
  return kept;
}

function weight({ severity, start, end }: Identifier): number {
  return (severity === 'block' ? 1_000_000_000 : 0) + end - start;
}

/** The small schemas every form is made of; their messages are keys of the catalogue. */
import { z } from 'zod';
import { findNhsNumbers } from '../analysis/identifiers/numbers.ts';
import { plainDigits } from '../analysis/identifiers/plain-digits.ts';

export const instant = z.iso.datetime({ error: 'field.date' });
export const day = z.iso.date({ error: 'field.date' });

/** Words somebody writes: trimmed, never empty, no NUL (PostgreSQL cannot keep one), no valid NHS number. */
export function prose(max: number) {
  return z
    .string({ error: 'field.required' })
    .transform(tidy)
    .pipe(z.string().min(1, 'field.required').max(max).refine(holdsNoNhsNumber, 'field.nhs-number'));
}

/** Words that may be empty. */
export function maybeProse(max: number) {
  return z.string({ error: 'field.type' }).transform(tidy).pipe(z.string().max(max).refine(holdsNoNhsNumber, 'field.nhs-number'));
}

/** Words that may be left out; left out reads as the empty string. Not for changes, where left out means "as it was". */
export function proseOrNothing(max: number) {
  return maybeProse(max).default('');
}

export const email = z
  .string({ error: 'field.required' })
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email('field.email').max(200));

/** A page of a list: how many, and where the page before ended. */
export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(200).optional(),
});

/** Whether a text holds no valid NHS number (rule 9: Kindling is not for patient data). */
export function holdsNoNhsNumber(text: string): boolean {
  return findNhsNumbers(plainDigits(text)).length === 0;
}

function tidy(text: string): string {
  return text.replaceAll('\u0000', '').trim();
}

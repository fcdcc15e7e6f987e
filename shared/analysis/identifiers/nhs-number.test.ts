import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nhsNumberIsValid } from './nhs-number.ts';

const vectors = z
  .array(z.object({ value: z.string(), valid: z.boolean() }))
  .parse(JSON.parse(readFileSync(new URL('../../../tests/fixtures/ig/nhs_number_check.json', import.meta.url), 'utf8')));

describe('the check digit of an NHS number', () => {
  it.each(vectors)('of $value is valid: $valid', ({ value, valid }) => {
    expect(nhsNumberIsValid(value)).toBe(valid);
  });

  it('catches every single wrong digit', () => {
    const right = '9434765919';
    const wrong = [...right].flatMap((digit, at) =>
      [...'0123456789'].filter((other) => other !== digit).map((other) => right.slice(0, at) + other + right.slice(at + 1)),
    );
    expect(wrong.filter(nhsNumberIsValid)).toEqual([]);
  });

  it('is nothing without ten digits', () => {
    expect(['', 'nhs', '943476591', '94347659199', '943476591x'].filter(nhsNumberIsValid)).toEqual([]);
  });
});

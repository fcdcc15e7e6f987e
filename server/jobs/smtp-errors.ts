/** What an error of sending says about the letter, and about the mail server. */
import { z } from 'zod';

const failure = z.object({ code: z.string().optional(), responseCode: z.number().optional() });

export type Failing = 'this letter for good' | 'this letter for now' | 'the mail server';

/** The codes of an error, without its words: those of a mail server may hold somebody's address. */
export function codesOf(thrown: unknown): z.infer<typeof failure> {
  return failure.catch({}).parse(thrown);
}

/** A server that refuses the recipient for good (5xx) is believed; one that cannot be reached or does not let us in says nothing of the letter. */
export function whatFails(thrown: unknown): Failing {
  const { code, responseCode } = codesOf(thrown);
  if (code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500) return 'this letter for good';
  return code !== undefined && ['ECONNECTION', 'ETIMEDOUT', 'EAUTH', 'EDNS', 'ESOCKET', 'ETLS', 'ENOENT'].includes(code)
    ? 'the mail server'
    : 'this letter for now';
}

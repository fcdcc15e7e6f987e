/** What an error of sending says about the letter or the push at hand, and about all of them. */
import { z } from 'zod';

const failure = z.object({ code: z.string().optional(), responseCode: z.number().optional() });

export type Failing = 'this one for good' | 'this one for now' | 'all of them';

/** The codes of an error, without its words: those of a mail server may hold somebody's address. */
export function codesOf(thrown: unknown): z.infer<typeof failure> {
  return failure.catch({}).parse(thrown);
}

/** A mail server that refuses the recipient for good (5xx) is believed; one that cannot be reached or does not let us in says nothing of the letter. */
export function whatFailsByMail(thrown: unknown): Failing {
  const { code, responseCode } = codesOf(thrown);
  if (code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500) return 'this one for good';
  return code !== undefined && ['ECONNECTION', 'ETIMEDOUT', 'EAUTH', 'EDNS', 'ESOCKET', 'ETLS', 'ENOENT'].includes(code)
    ? 'all of them'
    : 'this one for now';
}

/** Browsers have services of their own: one that cannot be reached says nothing of the others. What a service calls our fault (4xx) stays one, but for "too many". */
export function whatFailsByPush(thrown: unknown): Failing {
  const { responseCode = 0 } = codesOf(thrown);
  return responseCode >= 400 && responseCode < 500 && responseCode !== 429 ? 'this one for good' : 'this one for now';
}

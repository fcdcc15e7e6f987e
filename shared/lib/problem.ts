/** The one error type: thrown by cores and commands, carried unchanged over HTTP and in socket acks. */
import { z } from 'zod';

/** Every code with the HTTP status it travels under. The sentence for a code is `problem.<code>` in the catalogue. */
export const problemStatus = {
  invalid: 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  refused: 422,
  'too-many': 429,
  unavailable: 503,
  unexpected: 500,
} as const;

export type ProblemCode = keyof typeof problemStatus;

export const fieldProblem = z.object({
  /** Dotted path of the field as the person knows it, e.g. `title` or `rows.3.site`. */
  field: z.string(),
  /** A key of the catalogue, e.g. `field.too-long`. */
  reason: z.string(),
  /** Values for the sentence's placeholders. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type FieldProblem = z.infer<typeof fieldProblem>;

const codes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]; // Object.keys widens; the object above is closed.

/** What crosses the wire. `reason` is a catalogue key that says why; `retryAfterMs` says when trying again makes sense. */
export const problemBody = z.object({
  code: z.enum(codes),
  reason: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  fields: z.array(fieldProblem).optional(),
  retryAfterMs: z.number().int().nonnegative().optional(),
});
export type ProblemBody = z.infer<typeof problemBody>;

/** A `cause` stays inside, for the log. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly body: ProblemBody;

  constructor(code: ProblemCode, reason: string, more: Omit<ProblemBody, 'code' | 'reason'> = {}, options: ErrorOptions = {}) {
    super(`${code}: ${reason}`, options);
    this.body = { code, reason, ...more };
  }

  get code(): ProblemCode {
    return this.body.code;
  }

  get status(): number {
    return problemStatus[this.body.code];
  }
}

/** The body of any thrown thing; what is not a Problem becomes `unexpected` and says nothing of its inside. */
export function problemOf(thrown: unknown): ProblemBody {
  return thrown instanceof Problem ? thrown.body : { code: 'unexpected', reason: 'problem.unexpected' };
}

/** A Problem for one bad field. */
export function badField(field: string, reason: string, values?: FieldProblem['values']): Problem {
  return new Problem('invalid', 'problem.invalid', { fields: [{ field, reason, ...(values ? { values } : {}) }] });
}

/** Reads a problem that came over a wire. By hand, because the schema would bring zod (25 kB) to the first page. */
import { type FieldProblem, type ProblemBody, type ProblemCode, problemStatus } from '#shared/lib/problem.ts';

/** The problem in an answer, or null when the answer holds none. Parts of the wrong shape are left out. */
export function readProblem(answer: unknown): ProblemBody | null {
  const code = part(answer, 'code');
  const reason = part(answer, 'reason');
  if (!isProblemCode(code)) return null;
  const fields = part(answer, 'fields');
  const retryAfterMs = part(answer, 'retryAfterMs');
  return {
    code,
    reason: typeof reason === 'string' ? reason : 'problem.unexpected',
    ...valuesIn(answer),
    ...(Array.isArray(fields) ? { fields: fields.flatMap(fieldIn) } : {}),
    ...(typeof retryAfterMs === 'number' && retryAfterMs >= 0 ? { retryAfterMs } : {}),
  };
}

/** One part of a thing nothing is known about. */
export function part(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

function fieldIn(answer: unknown): FieldProblem[] {
  const field = part(answer, 'field');
  const reason = part(answer, 'reason');
  return typeof field === 'string' && typeof reason === 'string' ? [{ field, reason, ...valuesIn(answer) }] : [];
}

function valuesIn(answer: unknown): Pick<ProblemBody, 'values'> {
  const values = part(answer, 'values');
  if (typeof values !== 'object' || values === null) return {};
  return { values: Object.fromEntries(Object.entries(values).filter(isValue)) };
}

function isValue(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'number';
}

function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(problemStatus, value);
}

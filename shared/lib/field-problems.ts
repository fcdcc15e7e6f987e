/** Turns what zod says into field problems with catalogue keys. */
import type { z } from 'zod';
import { Problem, type FieldProblem } from './problem.ts';

type Issue = Pick<z.core.$ZodIssue, 'message' | 'path'> & {
  readonly code?: string;
  readonly maximum?: unknown;
  readonly minimum?: unknown;
  readonly origin?: unknown;
};

/** One field problem an issue; `values` carry the limits for the sentence. */
export function fieldProblems(issues: readonly Issue[]): FieldProblem[] {
  return issues.map((issue) => ({ field: issue.path.map(String).join('.'), ...reasonOf(issue) }));
}

/** Parses or says which fields are wrong. @throws Problem invalid */
export function parseOr<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem('invalid', 'problem.invalid', { fields: fieldProblems(parsed.error.issues) });
}

function reasonOf(issue: Issue): Omit<FieldProblem, 'field'> {
  if (/^[a-z]+\.[a-z-]+$/.test(issue.message)) return { reason: issue.message };
  if (issue.code === 'too_big')
    return issue.origin === 'string'
      ? { reason: 'field.too-long', values: { max: Number(issue.maximum) } }
      : { reason: 'field.too-many', values: { max: Number(issue.maximum) } };
  if (issue.code === 'too_small') return { reason: 'field.too-short', values: { min: Number(issue.minimum) } };
  if (issue.code === 'invalid_value') return { reason: 'field.choice' };
  return { reason: 'field.type' };
}

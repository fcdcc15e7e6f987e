/** Between oRPC's errors and ours: on the wire there is one shape, `ProblemBody`. */
import { ORPCError } from '@orpc/server';
import { z } from 'zod';
import { fieldProblems } from '#shared/lib/field-problems.ts';
import { Problem, type ProblemBody, problemBody, problemStatus } from '#shared/lib/problem.ts';
import type { Log } from '../log/log.ts';

/** What a thrown thing travels as; the unexpected, and what has a cause, is logged here and says nothing of its inside. */
export function asOrpcError(thrown: unknown, log: Log): ORPCError<string, ProblemBody> {
  const body = bodyOf(thrown);
  if (body.code === 'unexpected' || (thrown instanceof Problem && thrown.cause !== undefined)) log.error({ err: thrown }, body.code);
  return new ORPCError(body.code.toUpperCase(), { status: problemStatus[body.code], message: body.reason, data: body });
}

/** The answer's body for an error that reached the edge. */
export function errorBody(error: ORPCError<string, unknown>): ProblemBody {
  const parsed = problemBody.safeParse(error.data);
  return parsed.success ? parsed.data : bodyOf(error);
}

function bodyOf(thrown: unknown): ProblemBody {
  if (thrown instanceof Problem) return thrown.body;
  if (!(thrown instanceof ORPCError)) return { code: 'unexpected', reason: 'problem.unexpected' };
  const issues = issuesOf(thrown.data);
  if (thrown.status === 400) return { code: 'invalid', reason: 'problem.invalid', ...(issues ? { fields: fieldProblems(issues) } : {}) };
  if (thrown.status === 404) return { code: 'not-found', reason: 'problem.not-found' };
  if (thrown.status === 413) return { code: 'too-large', reason: 'problem.too-large' };
  return { code: 'unexpected', reason: 'problem.unexpected' };
}

const issue = z.object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).default([]) }).loose();
const withIssues = z.object({ issues: z.array(issue) });

function issuesOf(data: unknown): Parameters<typeof fieldProblems>[0] | null {
  const read = withIssues.safeParse(data);
  return read.success ? read.data.issues : null;
}

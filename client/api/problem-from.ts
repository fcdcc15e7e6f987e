import type { ProblemBody } from '#shared/lib/problem.ts';
import { part, readProblem } from './read-problem.ts';

const offline: ProblemBody = { code: 'unavailable', reason: 'problem.offline' };
const unexpected: ProblemBody = { code: 'unexpected', reason: 'problem.unexpected' };

/**
 * The problem behind anything a call, a query or a mutation threw. Our server answers with a problem; a line that is down throws before any answer;
 * an answer in no shape of ours (a proxy's page) is told by its status.
 */
export function problemFrom(thrown: unknown): ProblemBody {
  const data = part(thrown, 'data');
  const told = readProblem(data) ?? readProblem(part(data, 'body')) ?? readProblem(part(thrown, 'body'));
  if (told !== null) return told;
  const status = part(thrown, 'status');
  if (typeof status === 'number') return byStatus(status);
  return thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message) ? offline : unexpected;
}

function byStatus(status: number): ProblemBody {
  if (status === 401) return { code: 'not-signed-in', reason: 'why.sign-in' };
  if (status === 404) return { code: 'not-found', reason: 'problem.not-found' };
  if (status === 413) return { code: 'too-large', reason: 'problem.too-large' };
  if (status === 429) return { code: 'too-many', reason: 'problem.too-many' };
  if (status === 502 || status === 503 || status === 504) return { code: 'unavailable', reason: 'problem.restarting' };
  return unexpected;
}

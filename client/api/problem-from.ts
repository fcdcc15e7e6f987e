import { type FieldProblem, type ProblemBody, type ProblemCode, problemStatus } from '#shared/lib/problem.ts';

const offline: ProblemBody = { code: 'unavailable', reason: 'problem.offline' };
const unexpected: ProblemBody = { code: 'unexpected', reason: 'problem.unexpected' };

/**
 * The problem behind anything a call, a query or a mutation threw. Our server sends a problem as the error's data; a line that is down throws before any answer;
 * an answer in no shape of ours (a proxy's page) is told by its status. Written by hand because the schema would bring zod to the first page.
 */
export function problemFrom(thrown: unknown): ProblemBody {
  const data = read(thrown, 'data');
  for (const candidate of [data, read(data, 'body'), read(thrown, 'body')]) if (isProblemCode(read(candidate, 'code'))) return problemIn(candidate);
  const status = read(thrown, 'status');
  if (typeof status === 'number') return byStatus(status);
  return thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message) ? offline : unexpected;
}

function problemIn(candidate: unknown): ProblemBody {
  const code = read(candidate, 'code');
  const reason = read(candidate, 'reason');
  const fields = read(candidate, 'fields');
  const retryAfterMs = read(candidate, 'retryAfterMs');
  return {
    code: isProblemCode(code) ? code : 'unexpected',
    reason: typeof reason === 'string' ? reason : unexpected.reason,
    ...valuesIn(candidate),
    ...(Array.isArray(fields) ? { fields: fields.flatMap(fieldIn) } : {}),
    ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
  };
}

function fieldIn(candidate: unknown): FieldProblem[] {
  const field = read(candidate, 'field');
  const reason = read(candidate, 'reason');
  return typeof field === 'string' && typeof reason === 'string' ? [{ field, reason, ...valuesIn(candidate) }] : [];
}

function valuesIn(candidate: unknown): Pick<ProblemBody, 'values'> {
  const values = read(candidate, 'values');
  if (typeof values !== 'object' || values === null) return {};
  return {
    values: Object.fromEntries(
      Object.entries(values).filter((entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number'),
    ),
  };
}

function byStatus(status: number): ProblemBody {
  if (status === 401) return { code: 'not-signed-in', reason: 'why.sign-in' };
  if (status === 404) return { code: 'not-found', reason: 'problem.not-found' };
  if (status === 413) return { code: 'too-large', reason: 'problem.too-large' };
  if (status === 429) return { code: 'too-many', reason: 'problem.too-many' };
  if (status === 502 || status === 503 || status === 504) return { code: 'unavailable', reason: 'problem.restarting' };
  return unexpected;
}

function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.hasOwn(problemStatus, value);
}

function read(from: unknown, key: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined;
}

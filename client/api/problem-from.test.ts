import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { problemFrom } from './problem-from.ts';

const body = { code: 'invalid', reason: 'problem.invalid', fields: [{ field: 'title', reason: 'field.too-long', values: { max: 200 } }] };

test('a problem sent as the data of an error arrives unchanged', () => {
  expect(problemFrom(new ORPCError('invalid', { status: 400, data: body }))).toEqual(body);
});

test('a problem sent as the whole answer arrives unchanged', () => {
  expect(problemFrom(new ORPCError('BAD_REQUEST', { status: 400, data: { status: 400, headers: {}, body } }))).toEqual(body);
});

test('parts of a problem that have the wrong shape are left out', () => {
  const bent = { code: 'too-many', reason: 'problem.too-many', retryAfterMs: 'soon', fields: [{ field: 3 }, null], values: { ok: 1, no: {} } };
  expect(problemFrom(new ORPCError('x', { status: 429, data: bent }))).toEqual({
    code: 'too-many',
    reason: 'problem.too-many',
    values: { ok: 1 },
    fields: [],
  });
});

test('a line that is down says that the words are kept', () => {
  expect(problemFrom(new TypeError('Failed to fetch')).reason).toBe('problem.offline');
});

test('an answer that is not ours is told by its status', () => {
  expect(problemFrom(new ORPCError('BAD_GATEWAY', { status: 502, data: '<html>' })).reason).toBe('problem.restarting');
  expect(problemFrom(new ORPCError('NOT_FOUND', { status: 404 })).code).toBe('not-found');
});

test('a mistake of our own, or nothing at all, is unexpected', () => {
  for (const thrown of [new TypeError('x is not a function'), null, undefined, 'no', { code: 'constructor' }])
    expect(problemFrom(thrown).code).toBe('unexpected');
});

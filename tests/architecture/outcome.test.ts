import { expect, test } from 'vitest';
import { outcomeOf } from '../outcome.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });
const report = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
});

test('a good run counts its tests', () => {
  expect(outcomeOf(report(2, 0, file('passed', 'passed', 'passed')), 0)).toEqual({ passed: 2, failed: 0, skipped: 0 });
});

test('failed tests are counted once', () => {
  expect(outcomeOf(report(1, 1, file('failed', 'passed', 'failed')), 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a file that does not load is one failed', () => {
  expect(outcomeOf(report(1, 1, file('failed'), file('failed', 'passed', 'failed')), 1)).toEqual({ passed: 1, failed: 2, skipped: 0 });
});

test('an unhandled error beside passing tests is one failed', () => {
  expect(outcomeOf(report(3, 0, file('passed', 'passed', 'passed', 'passed')), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('a run without a report, and a run without a test, are one failed', () => {
  expect(outcomeOf(null, 0).failed).toBe(1);
  expect(outcomeOf(report(0, 0), 0).failed).toBe(1);
});

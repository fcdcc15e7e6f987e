/** Reads vitest's JSON report, or the lack of one, as counts. */
import { z } from 'zod';

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

const report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** Counts of one run. A file that did not load, and an end that no failed test explains (a crash, an unhandled error, no test at all), count as one failed each. */
export function outcomeOf(json: unknown, exitCode: number): Outcome {
  const read = report.safeParse(json);
  if (!read.success) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read.data;
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = numFailedTests + brokenFiles;
  const unexplained = failed === 0 && (exitCode !== 0 || numPassedTests === 0);
  return { passed: numPassedTests, failed: failed + (unexplained ? 1 : 0), skipped: numPendingTests + numTodoTests };
}

import { z } from 'zod';
import type { CheckResult } from './check.types.ts';

/** The parts of vitest's JSON report that are counted. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/**
 * Counts a JSON report of vitest. A file that could not be loaded counts as one failure, and so does a
 * run that went wrong outside of its tests: `problem` tells how it ended when not well.
 */
export function countReport(json: string, problem?: string): Omit<CheckResult, 'tookMs'> {
  const { testResults } = reportSchema.parse(JSON.parse(json));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const failures = testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    const isBroken = file.status === 'failed' && failed.length === 0;
    if (isBroken) return [`${file.name}\n${shorten(file.message)}`];
    return failed.map(
      (test) =>
        `${file.name} > ${test.fullName}\n${shorten(test.failureMessages?.join('\n') ?? '')}`,
    );
  });
  const passed = tests.filter(({ status }) => status === 'passed').length;
  if (failures.length === 0 && passed === 0) failures.push('No test ran.');
  if (failures.length === 0 && problem !== undefined)
    failures.push(`Every test passed, but the run failed.\n${problem}`);
  return { passed, failed: failures.length, skipped: tests.filter(isSkipped).length, failures };
}

function isSkipped({ status }: { status: string }): boolean {
  return ['skipped', 'pending', 'todo', 'disabled'].includes(status);
}

function shorten(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');
}

import { expect, it } from 'vitest';
import { resultLine, totalLine } from './summary.ts';
import { countReport } from './vitest-report.ts';

const test = (status: string, fullName = 'does') => ({
  status,
  fullName,
  failureMessages: ['why'],
});
const report = (...files: object[]) => JSON.stringify({ testResults: files });
const file = (status: string, ...assertionResults: object[]) => ({
  ...{ name: 'a.test.ts', status, message: 'cannot be loaded', assertionResults },
});

it('counts tests one by one', () => {
  const json = report(file('failed', test('passed'), test('failed', 'breaks'), test('skipped')));
  expect(countReport(json, 'exit code 1')).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(countReport(json, 'exit code 1').failures[0]).toMatch(/a\.test\.ts > breaks\n\s+why/);
});

it('counts a file that cannot be loaded as one failure', () => {
  const json = report(file('passed', test('passed')), file('failed'));
  expect(countReport(json, 'exit code 1')).toMatchObject({ passed: 1, failed: 1 });
});

it('does not take a run without tests for a success', () => {
  expect(countReport(report())).toMatchObject({ passed: 0, failed: 1 });
});

it('counts a run that failed outside of its tests', () => {
  const counted = countReport(report(file('passed', test('passed'))), 'window is not defined');
  expect(counted).toMatchObject({ passed: 1, failed: 1 });
  expect(counted.failures[0]).toContain('window is not defined');
});

it('ends with one plain line of totals', () => {
  const result = { passed: 3, failed: 1, skipped: 2, failures: [], tookMs: 1234 };
  expect(totalLine([result, { ...result, failed: 0 }])).toBe('6 passed, 1 failed');
  expect(resultLine({ ...result, title: 'Types' })).toMatch(
    /^✗ Types +3 passed, 1 failed, 2 skipped +1\.2 s$/,
  );
});

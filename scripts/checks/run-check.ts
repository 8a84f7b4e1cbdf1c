import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Environment } from '../env.ts';
import { projectRoot } from '../project.ts';
import { runCommand } from '../run-command.ts';
import type { CheckResult } from './check.types.ts';
import type { Check } from './check-list.ts';
import { countReport } from './vitest-report.ts';

/** How a check is run. */
export interface RunCheckOptions {
  env: Environment;
  /** Folder for logs and reports. */
  reportDir: string;
  /** Gets every line of output. */
  onLine: (line: string) => void;
  /** Gets the lines that begin with `▸`: figures worth seeing in any case. */
  onFigure: (line: string) => void;
  signal: AbortSignal;
}

/** Runs one check to its end; a failing one is a result, not an error. */
export async function runCheck(check: Check, options: RunCheckOptions): Promise<CheckResult> {
  const startedAtMs = performance.now();
  const logFile = `${options.reportDir}/${check.name}.log`;
  const reportFile = `${options.reportDir}/${check.name}.json`;
  mkdirSync(dirname(logFile), { recursive: true });
  for (const file of [logFile, reportFile]) rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const args = check.kind === 'tests' ? [...check.args, ...reporters] : check.args;
  const problem = await failureOf(check, args, logFile, options);
  const counted =
    check.kind === 'tests' && existsSync(reportFile)
      ? countReport(readFileSync(reportFile, 'utf8'), problem)
      : countCommand(problem);
  return { ...counted, tookMs: performance.now() - startedAtMs };
}

async function failureOf(
  check: Check,
  args: readonly string[],
  logFile: string,
  { env, onLine, onFigure, signal }: RunCheckOptions,
): Promise<string | undefined> {
  const timeout = AbortSignal.timeout(check.timeoutMs);
  try {
    await runCommand(check.command, args, {
      cwd: check.folder === undefined ? projectRoot : `${projectRoot}/${check.folder}`,
      env,
      logFile,
      onLine: (line) => (line.startsWith('▸') ? onFigure(line) : onLine(line)),
      signal: AbortSignal.any([signal, timeout]),
    });
    return undefined;
  } catch (error) {
    const late = timeout.aborted ? `not done after ${check.timeoutMs / 60_000} min: ` : '';
    return `${late}${endOf(logFile) || (error as Error).message}`;
  }
}

const shownLines = 60;

function endOf(logFile: string): string {
  if (!existsSync(logFile)) return '';
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-shownLines).join('\n');
}

function countCommand(problem: string | undefined) {
  if (problem === undefined) return { passed: 1, failed: 0, skipped: 0, failures: [] };
  return { passed: 0, failed: 1, skipped: 0, failures: [problem] };
}

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { untilSignal } from '@agent/process';
import { type Check, checks } from './checks/check-list.ts';
import { preparePrerequisites } from './checks/prerequisites.ts';
import { runCheck } from './checks/run-check.ts';
import { type NamedResult, resultLine, totalLine } from './checks/summary.ts';
import { processEnvironment, readScriptsEnv } from './env.ts';
import { createProgress } from './first-start/progress.mjs';
import { watchLaunchers } from './launcher.ts';
import { projectRoot } from './project.ts';
import { StackError } from './stack-error.ts';

/** `npm test`: everything CI checks, one after another; ends with one line of counts. */
const stop = new AbortController();
void untilSignal(['SIGINT', 'SIGTERM', 'SIGHUP']).then(() => stop.abort());
watchLaunchers(() => stop.abort());
const progress = createProgress(process.stdout);

const { values } = parseArgs({
  options: { only: { type: 'string' }, verbose: { type: 'boolean', default: false } },
});
const results = await runAll(selectedChecks(values.only));
progress.close();
write('');
for (const result of results) write(resultLine(result));
write('');
write(totalLine(results));
process.exitCode = results.some(({ failed }) => failed > 0) || stop.signal.aborted ? 1 : 0;

function selectedChecks(only: string | undefined): readonly Check[] {
  if (only === undefined) return checks;
  const names = only.split(',');
  const unknown = names.find((name) => !checks.some((check) => check.name === name));
  if (unknown === undefined) return checks.filter((check) => names.includes(check.name));
  write(
    `There is no check "${unknown}". Choose from ${checks.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

async function runAll(selected: readonly Check[]): Promise<NamedResult[]> {
  const base = processEnvironment();
  const environment = { ...base, PATH: `${projectRoot}/node_modules/.bin:${base.PATH ?? ''}` };
  const dataDir = resolve(projectRoot, readScriptsEnv(environment).DATA_DIR);
  const onLine = values.verbose ? write : () => undefined;
  // Looked for or built while those run that need none of it.
  const tools = findTools(selected, environment, dataDir);
  const all: NamedResult[] = [];
  const reportDir = `${dataDir}/checks`;
  for (const check of selected) {
    const found = check.needs.length > 0 ? await tools : undefined;
    if (stop.signal.aborted) break;
    const env = { ...environment, ...found?.variables, NEXT_TELEMETRY_DISABLED: '1' };
    const step = progress.step(check.title);
    const onFigure = (line: string) => write(`  ${line}`);
    const options = { env, reportDir, onLine, onFigure, signal: stop.signal };
    const result = await runCheck(check, options);
    step.end();
    all.push(announce({ title: check.title, ...result }));
  }
  const { failure } = await tools;
  return failure === undefined ? all : [failure, ...all];
}

async function findTools(
  selected: readonly Check[],
  environment: ReturnType<typeof processEnvironment>,
  dataDir: string,
) {
  if (selected.every(({ needs }) => needs.length === 0)) return { variables: {} };
  const step = progress.step('Tools');
  const options = { dataDir, environment, report: step.report, signal: stop.signal };
  try {
    const variables = await preparePrerequisites(selected, options);
    step.done();
    return { variables };
  } catch (error) {
    step.end();
    if (stop.signal.aborted) return { variables: {} };
    if (!(error instanceof StackError)) throw error;
    const failure = { title: 'Tools', passed: 0, failed: 1, skipped: 0, tookMs: 0 };
    return { variables: {}, failure: announce({ ...failure, failures: [error.message] }) };
  }
}

function announce(result: NamedResult): NamedResult {
  write(resultLine(result));
  for (const failure of result.failures) write(`  ${failure.replaceAll('\n', '\n  ')}\n`);
  return result;
}

function write(text: string): void {
  progress.print(text);
}

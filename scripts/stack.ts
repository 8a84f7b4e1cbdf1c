import { untilSignal } from '@agent/process';
import { StoreError } from '@agent/store';
import pc from 'picocolors';
import { watchLaunchers } from './launcher.ts';
import { type Stack, StackError, startStack } from './start-stack.ts';

/** `npm start`: brings the local stack up, says where it is, and takes it down on Ctrl-C. */
const stop = new AbortController();
void untilSignal(['SIGINT', 'SIGTERM', 'SIGHUP']).then(() => stop.abort());
watchLaunchers(() => stop.abort());
// The terminal may be gone before we are.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  const verbose = process.argv.includes('--verbose');
  const stack = await startStack({ signal: stop.signal, verbose });
  write(welcome(stack));
  await aborted(stop.signal);
  write('\nStopping …\n');
  await stack.close();
  write('Everything is stopped.\n');
} catch (error) {
  process.exitCode = stop.signal.aborted ? 0 : 1;
  write(stop.signal.aborted ? '\nStopped before everything was up.\n' : `\n${explain(error)}\n`);
}

function welcome(stack: Stack): string {
  const signIns = stack.users.map(
    ({ username, role, password }) =>
      `  ${username.padEnd(11)} ${password.padEnd(18)} ${pc.dim(role)}`,
  );
  return [
    '',
    pc.bold('Ready'),
    `  customer    ${pc.cyan(`${stack.urls.web}/call`)}`,
    `  agent       ${pc.cyan(`${stack.urls.web}/agent`)}`,
    `  history     ${pc.cyan(`${stack.urls.web}/calls/history`)}`,
    `  supervisor  ${pc.cyan(`${stack.urls.web}/supervisor`)}`,
    `  figures     ${pc.cyan(`${stack.urls.web}/dashboard`)} ${pc.dim('(sample data to try them: as admin)')}`,
    `  admin       ${pc.cyan(`${stack.urls.web}/admin`)}`,
    `  demo        npm run demo ${pc.dim('(a scripted customer calls in)')}`,
    '',
    pc.bold('Sign-ins'),
    ...signIns,
    '',
    pc.dim(`Logs in ${stack.dataDir}/logs`),
    'Press Ctrl-C to stop.',
    '',
  ].join('\n');
}

function explain(error: unknown): string {
  if (error instanceof StackError || error instanceof StoreError) return pc.red(error.message);
  return pc.red(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // A pending promise does not keep Node alive, an open timer does.
    const alive = setInterval(() => undefined, 60_000);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

function write(text: string): void {
  process.stdout.write(text);
}

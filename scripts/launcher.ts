import { findProcess } from './process-command.ts';

/** The commands that stand between a person and this process: npm, npx, pnpm, their shells, and ours. */
const launcherCommand = /\b(npm|npx|pnpm)\b|first-start\/main\.mjs/;

/** The package runners above a process, nearest first. */
export function launchersOf(pid: number): number[] {
  const parent = findProcess(findProcess(pid)?.parentPid ?? 0);
  if (parent === undefined || !launcherCommand.test(parent.command)) return [];
  return [parent.pid, ...launchersOf(parent.pid)];
}

/**
 * Calls back once when one of the package runners above this process has ended: they do not pass
 * every signal on. Returns a function that stops watching.
 */
export function watchLaunchers(onGone: () => void, pollMs = 500): () => void {
  const launchers = launchersOf(process.pid);
  const timer = setInterval(() => {
    if (launchers.every((pid) => findProcess(pid) !== undefined)) return;
    clearInterval(timer);
    onGone();
  }, pollMs);
  timer.unref();
  return () => clearInterval(timer);
}

import { writeFile } from 'node:fs/promises';
import { untilSignal } from '@agent/process';
import { ArgumentError } from './arguments.ts';

/** A command that measures and prints what it found. */
export interface Command<Options extends { jsonFile: string | undefined }, Report> {
  usage: string;
  /** Parses the command line; throws `ArgumentError`. */
  parse(argv: readonly string[], cwd: string): Options | 'help';
  run(options: Options, signal: AbortSignal, report: (line: string) => void): Promise<Report>;
  tables(report: Report): string;
  /** Whether the exit code is 0. Default: always. */
  isGood?(report: Report): boolean;
}

/** Runs a command to its end and ends the process: 0 good, 1 failed or not good, 2 wrong arguments. */
export async function runCommand<Options extends { jsonFile: string | undefined }, Report>(
  command: Command<Options, Report>,
): Promise<never> {
  const stop = new AbortController();
  void untilSignal().then(() => stop.abort());
  try {
    const options = command.parse(process.argv.slice(2), process.cwd());
    if (options === 'help') print(command.usage);
    else {
      const report = await command.run(options, stop.signal, (line) => print(`… ${line}`));
      print(`\n${command.tables(report)}`);
      if (options.jsonFile !== undefined) {
        await writeFile(options.jsonFile, `${JSON.stringify(report, null, 2)}\n`);
        print(`Written to ${options.jsonFile}`);
      }
      if (command.isGood?.(report) === false) process.exitCode = 1;
    }
  } catch (cause) {
    process.stderr.write(`${stop.signal.aborted ? 'Stopped.' : (cause as Error).message}\n`);
    process.exitCode = cause instanceof ArgumentError ? 2 : 1;
  }
  // rtc-node keeps threads of its own alive.
  process.exit();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

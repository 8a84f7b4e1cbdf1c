import '../env.ts';
import { writeFile } from 'node:fs/promises';
import { ArgumentError } from '../arguments.ts';
import { runSoak } from './run-soak.ts';
import { parseSoakArguments, soakUsage } from './soak-arguments.ts';
import { isGood, soakTables } from './soak-report.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort());

try {
  const options = parseSoakArguments(process.argv.slice(2), process.cwd());
  if (options === 'help') print(soakUsage);
  else {
    const report = await runSoak(options, stop.signal, (line) => print(`… ${line}`));
    print(`\n${soakTables(report)}`);
    if (options.jsonFile !== undefined) {
      await writeFile(options.jsonFile, `${JSON.stringify(report, null, 2)}\n`);
      print(`Written to ${options.jsonFile}`);
    }
    if (!isGood(report)) process.exitCode = 1;
  }
} catch (cause) {
  process.stderr.write(`${stop.signal.aborted ? 'Stopped.' : (cause as Error).message}\n`);
  process.exitCode = cause instanceof ArgumentError ? 2 : 1;
}

// rtc-node keeps threads of its own alive.
process.exit();

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

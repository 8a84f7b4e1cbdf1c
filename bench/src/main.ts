import './env.ts';
import { writeFile } from 'node:fs/promises';
import { ArgumentError, parseBenchArguments, usage } from './arguments.ts';
import { reportTable } from './report.ts';
import { runBench } from './run-bench.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort());

try {
  const options = parseBenchArguments(process.argv.slice(2), process.cwd());
  if (options === 'help') print(usage);
  else {
    const report = await runBench(options, stop.signal, (line) => print(`… ${line}`));
    print(`\n${reportTable(report)}`);
    if (options.jsonFile !== undefined) {
      await writeFile(options.jsonFile, `${JSON.stringify(report, null, 2)}\n`);
      print(`Written to ${options.jsonFile}`);
    }
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

import '@agent/demo/quiet-media';
import { parseBenchArguments, usage } from './arguments.ts';
import { reportTable } from './report.ts';
import { runBench } from './run-bench.ts';
import { runCommand } from './run-command.ts';

await runCommand({ usage, parse: parseBenchArguments, run: runBench, tables: reportTable });

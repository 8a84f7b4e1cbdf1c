import '@agent/demo/quiet-media';
import { runCommand } from '../run-command.ts';
import { runSoak } from './run-soak.ts';
import { parseSoakArguments, soakUsage } from './soak-arguments.ts';
import { isGood, soakTables } from './soak-report.ts';

await runCommand({
  usage: soakUsage,
  parse: parseSoakArguments,
  run: runSoak,
  tables: soakTables,
  isGood,
});

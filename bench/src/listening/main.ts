import '@agent/demo/quiet-media';
import { runCommand } from '../run-command.ts';
import { listeningUsage, parseListeningArguments } from './listening-arguments.ts';
import { listeningTable } from './listening-report.ts';
import { runListening } from './run-listening.ts';

/** `npm run bench:listening`: how soon a supervisor hears a call, and what a listener costs. */
await runCommand({
  usage: listeningUsage,
  parse: parseListeningArguments,
  run: runListening,
  tables: listeningTable,
});

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ArgumentError, numberIn, writableFile } from '../arguments.ts';
import type { ClickBrowser } from './click-to-sound.ts';

/** What the bench of listening is asked to do. */
export interface ListeningArguments extends ClickBrowser {
  /** So often somebody clicks on a call of the wall. */
  clicks: number;
  /** So many listen at once when their cost is taken. */
  listeners: number;
  /** How long the cost is taken for, with and without listeners. */
  seconds: number;
  /** Where the figures are written; undefined = printed only. */
  jsonFile: string | undefined;
}

/** Usage in one line. */
export const listeningUsage =
  'npm run bench:listening -- [--clicks N] [--listeners N] [--seconds N] [--chromium PATH] [--plain-addresses] [--json FILE]';

const options = {
  clicks: { type: 'string' },
  listeners: { type: 'string' },
  seconds: { type: 'string' },
  chromium: { type: 'string' },
  'plain-addresses': { type: 'boolean' },
  json: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Parses the command line; relative paths start at `cwd`. */
export function parseListeningArguments(
  argv: readonly string[],
  cwd: string,
): ListeningArguments | 'help' {
  const values = parse(argv);
  if (values.help) return 'help';
  return {
    clicks: numberIn('--clicks', values.clicks ?? '20', 1, 500),
    listeners: numberIn('--listeners', values.listeners ?? '10', 1, 50),
    seconds: numberIn('--seconds', values.seconds ?? '30', 5, 600),
    chromium: values.chromium ?? '/usr/bin/chromium',
    plainAddresses: values['plain-addresses'] ?? false,
    jsonFile: values.json === undefined ? undefined : writableFile(resolve(cwd, values.json)),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const firstSentence = /^.*?(?=\.\s|\.?$)/mu.exec((cause as Error).message)?.[0];
    throw new ArgumentError(`${firstSentence}. Usage: ${listeningUsage}`);
  }
}

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ArgumentError, numberIn, writableFile } from '../arguments.ts';

/** What the soak is asked to do. */
export interface SoakArguments {
  minutes: number;
  /** Where the figures are written; undefined = printed only. */
  jsonFile: string | undefined;
  fakeSpeechToText: boolean;
}

/** Usage in one line. */
export const soakUsage = 'npm run soak -- [--minutes N] [--json FILE] [--fake-speech-to-text]';

const options = {
  minutes: { type: 'string' },
  json: { type: 'string' },
  'fake-speech-to-text': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Parses the command line; relative paths start at `cwd`. */
export function parseSoakArguments(argv: readonly string[], cwd: string): SoakArguments | 'help' {
  const values = parse(argv);
  if (values.help) return 'help';
  return {
    minutes: numberIn('--minutes', values.minutes ?? '10', 1, 24 * 60),
    jsonFile: values.json === undefined ? undefined : writableFile(resolve(cwd, values.json)),
    fakeSpeechToText: values['fake-speech-to-text'] ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const firstSentence = /^.*?(?=\.\s|\.?$)/mu.exec((cause as Error).message)?.[0];
    throw new ArgumentError(`${firstSentence}. Usage: ${soakUsage}`);
  }
}

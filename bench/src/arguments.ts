import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SPEECH_DIR } from '@agent/testing/script';

/** What the bench is asked to do. */
export interface BenchArguments {
  speechDir: string;
  /** Calls at once. */
  calls: number;
  /** Where the figures are written; undefined = printed only. */
  jsonFile: string | undefined;
  fakeSpeechToText: boolean;
  /** Length of the call with silence, noise and music; 0 = none. */
  noiseMinutes: number;
  /** Names of the scripts to play; empty = all. */
  only: string[];
  /** Find the number of calls at which the machine falls behind. */
  ladder: boolean;
  /** Play calls with a faked model for suggestions besides. */
  modelCalls: boolean;
  /** Whether the customers agree to be recorded. */
  recorded: boolean;
}

/** Most calls at once: one caller process holds no more rooms. */
export const MAX_CALLS = 10;

/** Wrong arguments; the message is one line that says what to write instead. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';
}

/** Usage, one line each. */
export const usage = `npm run bench -- [--speech DIR] [--calls N] [--json FILE] [--only NAME,…]
  [--fake-speech-to-text] [--noise-minutes M] [--ladder]
  [--only-assist | --without-assist] [--without-recording]`;

const options = {
  speech: { type: 'string' },
  calls: { type: 'string' },
  json: { type: 'string' },
  only: { type: 'string' },
  'noise-minutes': { type: 'string' },
  'fake-speech-to-text': { type: 'boolean' },
  ladder: { type: 'boolean' },
  'only-assist': { type: 'boolean' },
  'without-assist': { type: 'boolean' },
  'without-recording': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Parses the command line; relative paths start at `cwd`. */
export function parseBenchArguments(argv: readonly string[], cwd: string): BenchArguments | 'help' {
  const values = parse(argv);
  if (values.help) return 'help';
  const calls = numberIn('--calls', values.calls ?? '1', 1, MAX_CALLS);
  if (!Number.isInteger(calls)) throw new ArgumentError('--calls must be a whole number.');
  const fakeSpeechToText = values['fake-speech-to-text'] ?? false;
  const isPlain = calls === 1 && !fakeSpeechToText && !values.ladder;
  const onlyAssist = values['only-assist'] ?? false;
  const withoutAssist = values['without-assist'] ?? false;
  if (onlyAssist && (withoutAssist || !isPlain)) {
    throw new ArgumentError(
      '--only-assist plays one call at a time with speech-to-text, no ladder.',
    );
  }
  const noiseByDefault = isPlain && !onlyAssist ? '3' : '0';
  return {
    speechDir: folder(values.speech === undefined ? SPEECH_DIR : resolve(cwd, values.speech)),
    calls,
    jsonFile: values.json === undefined ? undefined : writableFile(resolve(cwd, values.json)),
    fakeSpeechToText,
    noiseMinutes: numberIn('--noise-minutes', values['noise-minutes'] ?? noiseByDefault, 0, 60),
    only: (values.only ?? '').split(',').filter((name) => name !== ''),
    ladder: values.ladder ?? false,
    modelCalls: isPlain && !withoutAssist,
    recorded: !values['without-recording'],
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const firstSentence = /^.*?(?=\.\s|\.?$)/mu.exec((cause as Error).message)?.[0];
    throw new ArgumentError(`${firstSentence}. Usage: ${usage.replaceAll(/\n\s*/gu, ' ')}`);
  }
}

/** A number of the command line within bounds. */
export function numberIn(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new ArgumentError(`${option} must be a number from ${least} to ${most}, not "${text}".`);
}

function folder(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw new ArgumentError(`--speech ${path} is not a folder.`);
}

/** A file of the command line that can be written. */
export function writableFile(path: string): string {
  if (!statSync(resolve(path, '..'), { throwIfNoEntry: false })?.isDirectory()) {
    throw new ArgumentError(`--json ${path}: its folder does not exist.`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ArgumentError(`--json ${path} is a folder.`);
  }
  return path;
}

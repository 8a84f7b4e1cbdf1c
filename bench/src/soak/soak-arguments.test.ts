import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../arguments.ts';
import { parseSoakArguments } from './soak-arguments.ts';

const parse = (...argv: string[]) => parseSoakArguments(argv, '/tmp');

describe('the arguments of a soak', () => {
  it('are ten minutes with real speech-to-text unless told otherwise', () => {
    expect(parse()).toEqual({ minutes: 10, jsonFile: undefined, fakeSpeechToText: false });
    expect(parse('--minutes', '60', '--json', 'soak.json', '--fake-speech-to-text')).toEqual({
      minutes: 60,
      jsonFile: '/tmp/soak.json',
      fakeSpeechToText: true,
    });
  });

  it('are refused in one line that says what to write', () => {
    expect(() => parse('--minutes', 'all')).toThrow(ArgumentError);
    expect(() => parse('--minutes', '0')).toThrow('--minutes must be a number from 1 to 1440');
    expect(() => parse('--hours', '1')).toThrow(/^Unknown option '--hours'\. Usage: npm run soak/);
  });
});

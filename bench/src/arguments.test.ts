import { SPEECH_DIR } from '@agent/testing/script';
import { describe, expect, it } from 'vitest';
import { parseBenchArguments } from './arguments.ts';

const parse = (...argv: string[]) => parseBenchArguments(argv, '/tmp');
const message = (...argv: string[]) => {
  try {
    parse(...argv);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The arguments were accepted.');
};

describe('parseBenchArguments', () => {
  it('plays the fixtures one at a time, with noise, when nothing is said', () => {
    expect(parse()).toEqual({
      speechDir: SPEECH_DIR,
      calls: 1,
      jsonFile: undefined,
      fakeSpeechToText: false,
      noiseMinutes: 3,
      only: [],
      ladder: false,
      modelCalls: true,
      recorded: true,
    });
  });

  it('takes everything that can be said', () => {
    const said = ['--speech', '.', '--calls', '10', '--json', 'a.json', '--only', 'x,y'];
    expect(parse(...said, '--fake-speech-to-text', '--noise-minutes', '0.5')).toEqual({
      speechDir: '/tmp',
      calls: 10,
      jsonFile: '/tmp/a.json',
      fakeSpeechToText: true,
      noiseMinutes: 0.5,
      only: ['x', 'y'],
      ladder: false,
      modelCalls: false,
      recorded: true,
    });
  });

  it('leaves noise and faked models out where they say nothing new', () => {
    for (const argv of [['--calls', '2'], ['--fake-speech-to-text'], ['--ladder']]) {
      expect(parse(...argv)).toMatchObject({ noiseMinutes: 0, modelCalls: false });
    }
  });

  it('plays what tells of suggestions alone, or leaves it out', () => {
    expect(parse('--only-assist')).toMatchObject({ noiseMinutes: 0, modelCalls: true });
    expect(parse('--without-assist')).toMatchObject({ noiseMinutes: 3, modelCalls: false });
  });

  it('lets customers decline to be recorded, so that both can be compared', () => {
    expect(parse('--without-recording')).toMatchObject({ recorded: false, modelCalls: true });
  });

  it.each([
    [['--only-assist', '--without-assist'], '--only-assist plays one call at a time'],
    [['--only-assist', '--calls', '2'], '--only-assist plays one call at a time'],
    [['--calls', '0'], '--calls must be a number from 1 to 10, not "0".'],
    [['--calls', 'many'], '--calls must be a number from 1 to 10, not "many".'],
    [['--calls', '1.5'], '--calls must be a whole number.'],
    [['--calls', ''], '--calls must be a number from 1 to 10, not "".'],
    [['--noise-minutes=-1'], 'must be a number from 0 to 60'],
    [['--speech', '/nowhere'], '--speech /nowhere is not a folder.'],
    [['--json', '/nowhere/a.json'], '--json /nowhere/a.json: its folder does not exist.'],
    [['--json', '/tmp'], '--json /tmp is a folder.'],
    [['--callz', '1'], "Unknown option '--callz'"],
    [['--calls', '-1'], "Option '--calls' argument is ambiguous. Usage:"],
    [['extra'], 'Usage: npm run bench'],
  ])('refuses %j with one clear line', (argv, line) => {
    expect(message(...argv)).toContain(line);
    expect(message(...argv)).not.toContain('\n');
  });

  it('asks for help', () => {
    expect(parse('--help')).toBe('help');
  });
});

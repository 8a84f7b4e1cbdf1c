import { expect, it } from 'vitest';
import { parseListeningArguments } from './listening-arguments.ts';

const parse = (...argv: string[]) => parseListeningArguments(argv, '/work');

it('has figures worth publishing when nothing is said', () => {
  expect(parse()).toEqual({
    ...{ clicks: 20, listeners: 10, seconds: 30, jsonFile: undefined },
    chromium: '/usr/bin/chromium',
    plainAddresses: false,
  });
});

it('takes numbers within bounds and nothing else', () => {
  expect(parse('--clicks', '5', '--seconds', '10')).toMatchObject({ clicks: 5, seconds: 10 });
  expect(() => parse('--clicks', '0')).toThrow('--clicks');
  expect(() => parse('--listeners', '51')).toThrow('--listeners');
  expect(() => parse('--other')).toThrow('Usage');
  expect(parse('--help')).toBe('help');
});

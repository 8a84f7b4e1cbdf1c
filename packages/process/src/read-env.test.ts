import { expect, it } from 'vitest';
import { z } from 'zod';
import { EnvError, readEnv } from './read-env.ts';

const schema = z.object({
  KEY: z.string().min(16),
  PORT: z.coerce.number().int().default(80),
  MODEL: z.string().default('base'),
});
const KEY = 'k'.repeat(16);

function faultsOf(variables: Record<string, string | undefined>): readonly string[] {
  try {
    readEnv(schema, { who: 'The test', variables });
  } catch (error) {
    if (error instanceof EnvError) return error.faults;
  }
  return [];
}

it('takes an empty variable for one that is not set', () => {
  const env = readEnv(schema, { who: 'The test', variables: { KEY, PORT: '', MODEL: '' } });
  expect(env).toEqual({ KEY, PORT: 80, MODEL: 'base' });
});

it('keeps an empty variable where it says something', () => {
  const variables = { KEY, MODEL: '' };
  const env = readEnv(schema, { who: 'The test', variables, empty: 'kept' });
  expect(env).toEqual({ KEY, PORT: 80, MODEL: '' });
});

it('leaves out what the schema does not name', () => {
  const variables = { KEY, PATH: '/bin' };
  expect(readEnv(schema, { who: 'The test', variables })).not.toHaveProperty('PATH');
});

it('names each variable that is missing or wrong, and no value', () => {
  expect(faultsOf({ PORT: 'a' })).toEqual(['KEY is not set', expect.stringMatching(/^PORT: ./)]);
  expect(faultsOf({ KEY: 'too-short' }).join()).not.toContain('too-short');
});

it('says in one line who cannot start', () => {
  const reading = () => readEnv(schema, { who: 'The test', variables: { PORT: 'a' } });
  expect(reading).toThrow(/^The test cannot start: KEY .*PORT[^\n]*$/);
});

import { expect, it } from 'vitest';
import { errorFields, errorPlace } from './error-fields.ts';

it('logs of an error from Postgres its code only: the message may quote what somebody typed', () => {
  const error = Object.assign(new Error('invalid input: "Ada"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Failing row contains (Ada).',
    where: 'unnamed portal parameter $1 = Ada',
  });
  expect(JSON.stringify(errorFields(error))).not.toContain('Ada');
  expect(errorFields(error)).toMatchObject({ code: '22P02' });
});

it('logs any other error with its stack', () => {
  expect(errorFields(new Error('broken'))).toMatchObject({ message: 'broken' });
  expect(errorFields('broken')).toEqual({ error: 'string' });
});

it('logs of an error from elsewhere where it arose, not what was asked for', () => {
  const place = errorPlace(new TypeError('no answer to\n"Ada"'));
  expect(JSON.stringify(place)).not.toContain('Ada');
  expect(place).toMatchObject({
    error: 'TypeError',
    stack: expect.stringContaining('error-fields.test.ts'),
  });
  expect(errorPlace('broken')).toEqual({ error: 'string' });
});

import { expect, it } from 'vitest';
import { createLog } from './log.ts';

/** What one line of a call's log holds of an error. */
function lineFor(err: unknown) {
  const lines: string[] = [];
  const log = createLog({
    part: 'bot',
    level: 'info',
    destination: { write: (line) => lines.push(line) },
  });
  log.child({ callId: 'call-1' }).error({ err, type: 'segment.final' }, 'It went wrong.');
  return { text: lines.join(''), fields: JSON.parse(lines[0] ?? '{}') };
}

it('keeps out of a line what Postgres quotes of a row, a statement or a value', () => {
  const cause = new Error('caused by "my card is 4111"');
  const error = Object.assign(new Error('invalid input syntax: "my card is 4111"', { cause }), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Failing row contains (my card is 4111).',
    where: "unnamed portal parameter $8 = 'my card is 4111'",
    query: "insert into call_events values ('my card is 4111')",
  });
  const { text, fields } = lineFor(error);
  expect(text).not.toContain('4111');
  expect(fields).toMatchObject({
    ...{ part: 'bot', callId: 'call-1', type: 'segment.final', msg: 'It went wrong.' },
    err: { error: 'Error', code: '22P02' },
  });
});

it('keeps message and stack of other errors, and nothing that hangs on them', () => {
  const error = Object.assign(new Error('The room is gone.'), { said: 'my card is 4111' });
  const { text, fields } = lineFor(error);
  expect(text).not.toContain('4111');
  expect(fields.err).toMatchObject({
    message: 'The room is gone.',
    stack: expect.stringContaining('log.test.ts'),
  });
});

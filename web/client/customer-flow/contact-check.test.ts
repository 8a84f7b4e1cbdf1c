import { expect, it } from 'vitest';
import { checkDetails } from './contact-check.ts';

it.each(['maria@example.com', '+1 212 555 0123', '(212) 555-0123'])('takes %s', (contact) => {
  expect(checkDetails({ name: 'Maria Santos', contact })).toEqual({});
});

it.each(['maria@', 'maria', '12', 'call me at 5'])('asks to mend %s', (contact) => {
  expect(checkDetails({ name: 'Maria', contact }).contact).toMatch(/e-mail address/);
});

it('names each empty field', () => {
  expect(checkDetails({ name: ' ', contact: '' })).toEqual({
    name: 'Enter your name.',
    contact: 'Enter your e-mail or phone.',
  });
});

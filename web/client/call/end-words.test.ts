import { expect, it } from 'vitest';
import { endWords } from './end-words.ts';

it.each([
  [
    'agent-lost',
    'customer',
    'The connection to Alex was gone for a minute, so the call has ended.',
  ],
  ['agent-lost', 'agent', 'Your connection was gone for a minute, so the call has ended.'],
  [
    'customer-lost',
    'agent',
    'The connection to Alex was gone for a minute, so the call has ended.',
  ],
  ['customer-lost', 'customer', 'Your connection was gone for a minute, so the call has ended.'],
  ['agent-hung-up', 'customer', null],
  [null, 'agent', null],
] as const)('says after %s to the %s: %s', (reason, side, words) => {
  expect(endWords(reason, side, 'Alex')).toBe(words);
});

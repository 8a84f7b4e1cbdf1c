import { expect, it } from 'vitest';
import { appendToDraft } from './chat-draft.ts';

it.each([
  ['', 'I am sorry.', 'I am sorry.'],
  ['Hello Maria.', 'I am sorry.', 'Hello Maria. I am sorry.'],
  ['Hello Maria. ', 'I am sorry.', 'Hello Maria. I am sorry.'],
  ['Hello Maria. I am sorry.', 'I am sorry.', 'Hello Maria. I am sorry.'],
])('puts words after %j', (draft, text, expected) => {
  expect(appendToDraft(draft, text)).toBe(expected);
});

import { expect, test } from 'vitest';
import { initials } from './avatar.tsx';

test.each([
  ['Maria Santos', 'MS'],
  ['maria de los Ángeles', 'MÁ'],
  ['明', '明'],
  ['👩‍💻 x', '👩X'],
  ['', '?'],
])('writes %s as %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

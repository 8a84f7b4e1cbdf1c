import { expect, it } from 'vitest';
import { safeCallbackUrl } from './safe-callback-url.ts';

it.each(['/agent', '/agent?call=1', '/'])('returns to %s', (path) => {
  expect(safeCallbackUrl(path, '/home')).toBe(path);
});

it.each([
  'https://evil.example/agent',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  'agent',
  '/auth/signin',
  '',
  null,
])('does not follow %s', (value) => {
  expect(safeCallbackUrl(value, '/home')).toBe('/home');
});

import { expect, it } from 'vitest';
import { createPasswordGate } from './password-gate.ts';

it('checks a few at once, lets some wait and turns the rest away', async () => {
  let running = 0;
  let most = 0;
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const gate = createPasswordGate({
    atOnce: 2,
    waiting: 3,
    async verify() {
      running += 1;
      most = Math.max(most, running);
      await mayEnd;
      running -= 1;
      return true;
    },
  });
  const checks = Array.from({ length: 60 }, () => gate.check('hash', 'guess'));
  const turnedAway = await Promise.all(checks.slice(5));
  expect(new Set(turnedAway)).toEqual(new Set(['busy']));
  end();
  expect(await Promise.all(checks.slice(0, 5))).toEqual([true, true, true, true, true]);
  expect(most).toBe(2);
  expect(await gate.check('hash', 'guess')).toBe(true);
});

it('goes on after a check that failed', async () => {
  const gate = createPasswordGate({
    atOnce: 1,
    waiting: 0,
    verify: () => Promise.reject(new Error('no memory')),
  });
  await expect(gate.check('hash', 'guess')).rejects.toThrow('no memory');
  await expect(gate.check('hash', 'guess')).rejects.toThrow('no memory');
});

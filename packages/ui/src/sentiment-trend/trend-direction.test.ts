import { expect, test } from 'vitest';
import { trendDirection } from './trend-direction.ts';

function points(...trends: number[]) {
  return trends.map((trend) => ({ trend }));
}

test.each([
  ['steady', []],
  ['steady', [-0.9]],
  ['steady', [0, 0.1]],
  ['falling', [0.5, 0.2, -0.1, -0.4]],
  ['rising', [-0.5, 0.2]],
  ['rising', [0.9, -0.9, -0.5, -0.1, 0.2]],
] as const)('is %s for %j', (direction, trends) => {
  expect(trendDirection(points(...trends))).toBe(direction);
});

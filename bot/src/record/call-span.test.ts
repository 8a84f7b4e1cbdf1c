import { expect, it } from 'vitest';
import { without } from './call-span.ts';

const span = (fromMs: number, toMs: number) => ({ fromMs, toMs });

it.each([
  [[], [span(10, 90)]],
  [[span(0, 10), span(90, 99)], [span(10, 90)]],
  [[span(0, 99)], []],
  [
    [span(20, 30), span(25, 50)],
    [span(10, 20), span(50, 90)],
  ],
  [[span(80, 99), span(0, 20)], [span(20, 80)]],
])('leaves what none of the others covers: %j', (others, rest) => {
  expect(without(span(10, 90), others)).toEqual(rest);
});

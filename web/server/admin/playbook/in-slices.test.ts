import { expect, it } from 'vitest';
import { inSlices } from './in-slices.ts';

/** Steps that each take this long. */
function* steps(count: number, stepMs: number): Generator<void, string> {
  for (let step = 0; step < count; step += 1) {
    const endsAtMs = performance.now() + stepMs;
    while (performance.now() < endsAtMs);
    yield;
  }
  return 'done';
}

it('lets others have the process again and again, and gives what the steps come to', async () => {
  let turns = 0;
  let next = setImmediate(function turn() {
    turns += 1;
    next = setImmediate(turn);
  });
  expect(await inSlices(steps(20, 3), () => false)).toBe('done');
  clearImmediate(next);
  expect(turns).toBeGreaterThanOrEqual(4);
});

it('goes no further once it is given up', async () => {
  let isGivenUp = false;
  const running = inSlices(steps(1_000, 3), () => isGivenUp);
  setImmediate(() => {
    isGivenUp = true;
  });
  expect(await running).toBeUndefined();
});

it('takes short steps at once', async () => {
  expect(await inSlices(steps(5, 0), () => true)).toBe('done');
});

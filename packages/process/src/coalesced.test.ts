import { expect, it } from 'vitest';
import { coalesced } from './coalesced.ts';

/** Work that a test lets end, and the number of its runs. */
function setUp() {
  const runs: PromiseWithResolvers<void>[] = [];
  const ask = coalesced(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  return { runs, ask };
}

it('makes one more run of all that was asked meanwhile', async () => {
  const { runs, ask } = setUp();
  const all = Promise.all([ask(), ask(), ask()]);
  expect(runs).toHaveLength(1);
  runs[0]?.resolve();
  await expect.poll(() => runs).toHaveLength(2);
  runs[1]?.resolve();
  await all;
  expect(runs).toHaveLength(2);
});

it('runs again after a run that failed', async () => {
  const { runs, ask } = setUp();
  const failed = ask();
  runs[0]?.reject(new Error('away'));
  await expect(failed).rejects.toThrow('away');
  void ask();
  expect(runs).toHaveLength(2);
});

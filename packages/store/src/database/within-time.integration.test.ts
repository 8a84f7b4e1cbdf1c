import { expect, it } from 'vitest';
import { useStore } from '../test-support/store.ts';
import { withinTime } from './within-time.ts';

const store = useStore();
const times = { mostMs: 50, thenMs: 4_000 };

it('a statement that takes too long says nothing, and the transaction goes on', async () => {
  await store.db.begin(async (tx) => {
    expect(await withinTime(tx, times, () => tx`select 1 as one`)).toEqual([{ one: 1 }]);
    expect(await withinTime(tx, times, () => tx`select pg_sleep(1)`)).toBeUndefined();
    // Longer than the statement before was allowed to.
    expect(await tx`select 2 as two, pg_sleep(0.1)`).toMatchObject([{ two: 2 }]);
    expect(await tx`show statement_timeout`).toEqual([{ statementTimeout: '4s' }]);
  });
});

it('what fails otherwise fails', async () => {
  const failing = store.db.begin((tx) => withinTime(tx, times, () => tx`select 1 / 0`));
  await expect(failing).rejects.toThrow('division by zero');
});

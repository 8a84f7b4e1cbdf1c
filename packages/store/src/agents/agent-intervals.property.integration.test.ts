import { agentStatuses, breakKinds, type UserId } from '@agent/protocol';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Queryable } from '../database/connect.ts';
import { faultsOfIntervals, intervalsOf } from '../test-support/intervals.ts';
import { newAgent, useStore } from '../test-support/store.ts';

const store = useStore();
let agents: UserId[];

beforeEach(async () => {
  agents = [await newAgent(store.db), await newAgent(store.db), await newAgent(store.db)];
});

/** Any change that anybody could make, allowed by our rules or not. */
const anyChange = fc.record({
  agent: fc.nat(2),
  status: fc.constantFrom(...agentStatuses),
  next: fc.constantFrom('break', 'offline', null),
  reason: fc.option(fc.constantFrom(...breakKinds)),
  /** How long before now it was seen last; before the stretch began as well. */
  unseenMs: fc.constantFrom(0, 5, 60_000, -60_000),
});
type Change = typeof anyChange extends fc.Arbitrary<infer C> ? C : never;

async function make(db: Queryable, { agent, status, next, reason, unseenMs }: Change) {
  await db`
    update agent_states set status = ${status}, next_status = ${next}, break_reason = ${reason},
      seen_at = clock_timestamp() - ${unseenMs}::double precision * interval '1 ms'
    where agent_id = ${agents[agent] ?? null}`;
}

test('stretches of an agent never overlap and leave no hole, whatever is changed and how much at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyChange, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      async (transactions, atOnce) => {
        const run = (changes: Change[]) =>
          // In the order of agents, as one lock is taken after the other.
          store.db.begin(async (tx) => {
            for (const change of changes.toSorted((a, b) => a.agent - b.agent))
              await make(tx, change);
          });
        if (atOnce) await Promise.all(transactions.map(run));
        else for (const changes of transactions) await run(changes);
        expect(await faultsOfIntervals(store.db)).toEqual([]);
        for (const agentId of agents) {
          for (const one of await intervalsOf(store.db, agentId)) {
            if (one.status !== 'break') expect(one.breakReason).toBeNull();
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

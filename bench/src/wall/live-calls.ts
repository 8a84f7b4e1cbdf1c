import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type CallId, callIdSchema, queueIdSchema, userIdSchema } from '@agent/protocol';
import { acceptOffer, createCall, type Database, setAgentStatus, upsertUser } from '@agent/store';

/** So many calls that go on, each with an agent of its own. The web app offers them. */
export async function createLiveCalls(db: Database, count: number): Promise<CallId[]> {
  for (let number = 1; number <= count; number++) {
    const agent = await upsertUser(db, {
      ...{ id: userIdSchema.parse(randomUUID()), username: `wall-agent-${number}` },
      ...{ displayName: `Wall agent ${number}`, role: 'agent', passwordHash: 'none' },
    });
    await setAgentStatus(db, agent.id, 'available');
    await createCall(db, {
      ...{ id: callIdSchema.parse(randomUUID()), queueId: queueIdSchema.parse('main') },
      ...{ customerName: `Customer ${number}`, contactKind: 'email' },
      ...{ contact: `customer-${number}@example.com`, transcribed: true, recorded: false },
      ...{ noticeVersion: '1', customerIdentity: randomUUID() },
    });
    await acceptOffers(db);
  }
  for (;;) {
    const rows = await db`select id from calls where status = 'active'`;
    if (rows.length >= count) return rows.map(({ id }) => callIdSchema.parse(id));
    await acceptOffers(db);
    await wait(100);
  }
}

async function acceptOffers(db: Database): Promise<void> {
  const offered = await db`select id, offered_to from calls where status = 'offered'`;
  for (const { id, offeredTo } of offered) {
    await acceptOffer(db, callIdSchema.parse(id), userIdSchema.parse(offeredTo));
  }
}

/** Gives everybody's sign of life, and a bot's, until told to stop: nobody is there. */
export async function keepAlive(db: Database, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await db`
      update calls set customer_seen_at = now(), agent_seen_at = now(),
        bot_id = 'bench', bot_lease_until = now() + interval '1 minute' where status = 'active'`;
    await db`update agent_states set seen_at = now() where status <> 'offline'`;
    await wait(3_000, undefined, { signal }).catch(() => undefined);
  }
}

import { randomUUID } from 'node:crypto';
import type { CallId, EventId, NewCallEvent, QueueId, UserId } from '@agent/protocol';
import { startTestServer, type TestServer } from '@agent/testing/database';
import { aCallId, anEventId, aQueueId, aUserId } from '@agent/testing/ids';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { upsertUser } from '../accounts/users.ts';
import { setAgentStatus } from '../agents/agents.ts';
import { createCall, type NewCall } from '../calls/calls.ts';
import { offerNextCalls } from '../calls/dispatch.ts';
import { acceptOffer } from '../calls/offers.ts';
import { closeDatabase, type Database, openDatabase, type Queryable } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import type { CallRow } from '../log/call-row.ts';
import { resetQueues } from './queues.ts';

/** A real database for one test file, emptied before each test. */
export interface StoreFixture {
  db: Database;
  url: string;
  server: TestServer;
}

/** Starts a server for this file; the object is filled before the first test. */
export function useStore(): StoreFixture {
  const fixture = {} as StoreFixture;
  beforeAll(async () => {
    fixture.server = await startTestServer();
    fixture.url = await fixture.server.createDatabase();
    await migrate(fixture.url);
    fixture.db = openDatabase(fixture.url);
  });
  beforeEach(() => empty(fixture.db));
  afterAll(async () => {
    await closeDatabase(fixture.db);
    await fixture.server.close();
  });
  return fixture;
}

async function empty(db: Database): Promise<void> {
  await db.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`alter table call_events disable trigger user`;
    await tx`delete from audit_log`;
    await tx`delete from playbook_card_versions`;
    await tx`delete from settings`;
    await tx`truncate users, agent_states, calls, call_search, call_events, offer_declines, expelled_identities,
      people_shown, rate_limits, figure_watches, figure_alerts, figure_exceptions, job_workers, erasures, legal_holds, customers, orders, tickets, playbook_cards,
      metric_days, metric_hours, card_days, outcome_days, agent_days, dirty_days
      cascade`;
    await tx`update figure_zone set zone = 'UTC', settled = true`;
    await resetQueues(tx);
    await tx`alter table call_events enable trigger user`;
  });
}

/** One more queue, named after its id. */
export async function newQueue(db: Database, name: string): Promise<QueueId> {
  const id = aQueueId(name);
  await db`insert into queues (id, name) values (${id}, ${name})`;
  return id;
}

/** An agent who takes the calls of these queues and has just become available. */
export async function agentOf(db: Database, ...queueIds: QueueId[]): Promise<UserId> {
  const agentId = await newAgent(db);
  await moveTo(db, agentId, queueIds);
  return agentId;
}

async function moveTo(db: Database, agentId: UserId, queueIds: readonly QueueId[]): Promise<void> {
  await db`delete from agent_queues where agent_id = ${agentId}`;
  await db`
    insert into agent_queues (agent_id, queue_id) select ${agentId}, unnest(${[...queueIds]}::text[])`;
}

/** An agent of the first queue who has just become available. */
export async function newAgent(db: Database, name: string = randomUUID()): Promise<UserId> {
  const { id } = await upsertUser(db, {
    id: aUserId(),
    username: name,
    displayName: name,
    role: 'agent',
    passwordHash: 'none',
  });
  await setAgentStatus(db, id, 'available');
  return id;
}

/** A customer who has just joined the queue. */
export async function newCall(db: Queryable, call: Partial<NewCall> = {}): Promise<CallRow> {
  const transition = await createCall(db, {
    id: aCallId(),
    queueId: aQueueId(),
    customerName: 'Maria Santos',
    contactKind: 'email',
    contact: 'maria@example.org',
    transcribed: true,
    recorded: false,
    noticeVersion: '1',
    customerIdentity: randomUUID(),
    ...call,
  });
  return transition.call;
}

export const offerOptions = { offerMs: 20_000, newIdentity: () => randomUUID() };

/** A call that a new agent of its queue has accepted. */
export async function newActiveCall(
  db: Database,
  call: Partial<NewCall> = {},
  agentName?: string,
): Promise<{ call: CallRow; agentId: UserId }> {
  const agentId = await newAgent(db, agentName);
  if (call.queueId) await moveTo(db, agentId, [call.queueId]);
  const { id } = await newCall(db, call);
  await offerNextCalls(db, offerOptions);
  const accepted = await acceptOffer(db, id, agentId);
  if (!accepted) throw new Error('The call was offered to somebody else.');
  return { call: accepted.call, agentId };
}

type CallTime =
  | 'queued_at'
  | 'offer_expires_at'
  | 'answered_at'
  | 'recording_paused_at'
  | 'wrap_up_started_at'
  | 'customer_seen_at'
  | 'agent_seen_at'
  | 'bot_lease_until';

/** Lets a time of a call be so much earlier, instead of waiting. */
export async function age(db: Database, callId: CallId, column: CallTime, ms: number) {
  await db`
    update calls set ${db.raw(column)} = ${db.raw(column)} - ${ms}::double precision * interval '1 ms'
    where id = ${callId}`;
}

/** A chat message, as an example of an event that anybody may append. */
export function chat(text = 'hello', eventId: EventId = anEventId()): NewCallEvent {
  const data = { messageId: randomUUID(), from: 'customer', text } as const;
  return { eventId, actor: 'customer', type: 'chat.message', data };
}

import { addCustomers, type CustomerToAdd, type Database } from '@agent/store';
import { fillGinIndexes } from './fill-gin-indexes.ts';
import { manyPeople } from './people.ts';

const batchSize = 500;
const seed = 11;

/** Fills an empty database with so many customers and as many calls of days past, 20 of them open. */
export async function seedMany(db: Database, count: number): Promise<void> {
  await fillGinIndexes(db, 'customers', () => addPeople(db, count));
  await addCalls(db, count);
  await db`analyze`;
}

async function addPeople(db: Database, count: number): Promise<void> {
  let batch: CustomerToAdd[] = [];
  for (const person of manyPeople(count, seed)) {
    batch.push(person);
    if (batch.length < batchSize) continue;
    await addCustomers(db, batch);
    batch = [];
  }
  await addCustomers(db, batch);
}

async function addCalls(db: Database, count: number): Promise<void> {
  await db`
    insert into users (id, username, display_name, role, password_hash)
    values ('00000000-0000-4000-8000-000000000001', 'bench', 'Bench', 'agent', 'none')`;
  for (let from = 0; from < count; from += 20_000) {
    await db`
      insert into calls (id, status, queue_id, queue_name, target_seconds, customer_name, contact_kind, contact, transcribed, notice_version,
        consent_at, queued_at, agent_id, agent_name, answered_at, ended_at, end_reason,
        wrap_up_started_at, disposition, wrapped_up_at, customer_identity, customer_seen_at,
        customer_id, customer_linked_by)
      select gen_random_uuid(), state, 'main', 'Main', 20, 'Maria Santos', 'email', 'maria@example.com', true, '1',
        at, at, agent, 'Bench', case when agent is not null then at end,
        case when state <> 'queued' then at + interval '5 min' end, 'customer-hung-up',
        case when agent is not null then at + interval '5 min' end,
        case when agent is not null then 'resolved' end,
        case when agent is not null then at + interval '6 min' end, gen_random_uuid(), at,
        'many-' || n, 'match'
      from generate_series(${from}::integer, ${Math.min(from + 20_000, count) - 1}::integer) n,
        lateral (select case when n < 20 then 'queued' when n % 10 = 0 then 'abandoned' else 'closed' end as state) s,
        lateral (select now() - n * interval '1 min' as at,
          case when state = 'closed' then '00000000-0000-4000-8000-000000000001'::uuid end as agent) t`;
  }
}

import type { Database } from '@agent/store';

/** How many of a kind take part in what is added. */
export const people = 60;
const customers = 2_000;
const calls = 200_000;
const addresses = 400;
const days = 730;
/** What is added in one statement. */
const batch = 20_000;

/** Acts with how often each is among a thousand, as in a busy year: a few of them make most of it. */
const actions: Readonly<Record<string, number>> = {
  'customer.read': 380,
  'customer.searched': 250,
  'call.read': 120,
  'call.searched': 70,
  'session.signed-in': 60,
  'session.signed-out': 40,
  'session.ended': 40,
  'recording.played': 25,
  'customer.linked': 8,
  'session.refused': 4,
  'call.downloaded': 1,
  'setting.changed': 1,
  'card.changed': 1,
};

/** Adds so many entries of two years, the oldest first, people with an account among who did them. */
export async function seedAudit(
  db: Database,
  { entries, onStep }: { entries: number; onStep: (line: string) => void },
): Promise<void> {
  await db`
    insert into users (id, username, display_name, role, password_hash)
    select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'person' || n,
      'Person ' || n, 'agent', 'none' from generate_series(1, ${people}::integer) n`;
  await db`
    insert into customers (id, name, email)
    select 'c-' || n, 'Customer ' || n, 'c' || n || '@example.com'
    from generate_series(1, ${customers}::integer) n`;
  const each = Object.entries(actions).flatMap(([action, times]) => Array(times).fill(action));
  for (let done = 0; done < entries; done += batch) {
    await db`
      insert into audit_log (at, actor_id, actor_name, address, action, subject_kind, subject_id, data)
      select now() - ${days}::integer * interval '1 day' * (1 - n::double precision / ${entries}),
        case when action in ('session.refused', 'session.ended') then null
          else ('00000000-0000-4000-8000-' || lpad(who::text, 12, '0'))::uuid end,
        case when action in ('session.refused', 'session.ended') then null
          else 'Person ' || who end,
        case when action = 'session.ended' then null
          else '10.0.' || (where_from / 250) || '.' || (where_from % 250) end,
        action,
        case split_part(action, '.', 1) when 'customer' then 'customer' when 'setting' then 'setting'
          when 'card' then 'card' when 'session' then case when action = 'session.ended' then 'user' end
          else case when action <> 'call.searched' then 'call' end end,
        case split_part(action, '.', 1) when 'customer' then 'c-' || customer
          when 'setting' then 'cardSeconds' when 'card' then 'delivery-delay'
          when 'session' then case when action = 'session.ended' then
            '00000000-0000-4000-8000-' || lpad(who::text, 12, '0') end
          else case when action <> 'call.searched' then
            '00000000-0000-4000-9000-' || lpad(one_call::text, 12, '0') end end,
        '{"by": "words", "queryLength": 7}'
      from (
        select n, (${each}::text[])[1 + floor(random() * 1000)::integer] as action,
          1 + floor(power(random(), 2) * ${people})::integer as who,
          floor(power(random(), 2) * ${addresses})::integer as where_from,
          1 + floor(random() * ${customers})::integer as customer,
          1 + floor(random() * ${calls})::integer as one_call
        from generate_series(${done}::integer + 1, ${Math.min(done + batch, entries)}::integer) n
      ) drawn`;
    if (done % 200_000 === 0) onStep(`… ${done} of ${entries} entries`);
  }
  await db`analyze audit_log`;
}

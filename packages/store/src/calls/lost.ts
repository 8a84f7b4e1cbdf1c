import { callIdSchema, type UserId, userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Database } from '../database/connect.ts';
import { notifyDesk } from '../database/notifications.ts';
import type { Transition } from '../log/transition.ts';
import { abandonCall, endCall } from './call-endings.ts';
import { closeInAbsence } from './wrap-up.ts';

/** When somebody of whom nothing is heard counts as gone. */
export interface SilenceOptions {
  /** Not seen for this long counts as gone. */
  silentMs: number;
}

/** Abandons waiting calls whose customer has given no sign of life. */
export async function abandonLostCustomers(
  db: Database,
  { silentMs }: SilenceOptions,
): Promise<Transition[]> {
  const rows = await db`
    select id from calls where status in ('queued', 'offered')
      and customer_seen_at < now() - ${silentMs}::double precision * interval '1 ms'`;
  return eachOf(rows, ({ id }) => abandonCall(db, id, 'customer-lost'));
}

/** Ends active calls one side of which has given no sign of life. */
export async function endLostCalls(
  db: Database,
  { silentMs }: SilenceOptions,
): Promise<Transition[]> {
  const rows = await db`
    with cut as (select now() - ${silentMs}::double precision * interval '1 ms' as at)
    select id, customer_seen_at < cut.at as customer_lost from calls, cut
    where status = 'active' and (customer_seen_at < cut.at or agent_seen_at < cut.at)`;
  return eachOf(rows, ({ id, customerLost }) =>
    endCall(db, id, customerLost ? 'customer-lost' : 'agent-lost'),
  );
}

/** Closes calls whose agent has given no sign of life during wrap-up. */
export async function closeAbandonedWrapUps(
  db: Database,
  { silentMs }: SilenceOptions,
): Promise<Transition[]> {
  const rows = await db`
    select id from calls where status = 'wrap-up'
      and agent_seen_at < now() - ${silentMs}::double precision * interval '1 ms'`;
  return eachOf(rows, ({ id }) => closeInAbsence(db, id, { silentMs }));
}

/** Takes agents who have given no sign of life and have no call off duty; returns their ids. */
export async function markAgentsOffline(
  db: Database,
  { silentMs }: SilenceOptions,
): Promise<UserId[]> {
  const rows = await db`
    update agent_states set status = 'offline', status_since = now()
    where status in ('available', 'break')
      and seen_at < now() - ${silentMs}::double precision * interval '1 ms'
    returning agent_id`;
  const ids = z
    .array(z.object({ agentId: userIdSchema }))
    .parse(rows)
    .map((row) => row.agentId);
  for (const agentId of ids) await notifyDesk(db, agentId);
  return ids;
}

const lostSchema = z.object({ id: callIdSchema, customerLost: z.boolean().optional() });

async function eachOf(
  rows: readonly unknown[],
  change: (lost: z.infer<typeof lostSchema>) => Promise<Transition | undefined>,
): Promise<Transition[]> {
  const transitions: Transition[] = [];
  for (const lost of z.array(lostSchema).parse(rows)) {
    const transition = await change(lost);
    if (transition) transitions.push(transition);
  }
  return transitions;
}

import { type QueueId, type UserId, userIdSchema } from '@agent/protocol';
import { z } from 'zod';
import type { Transaction } from '../database/connect.ts';

const idsSchema = z.array(z.object({ agentId: userIdSchema }));

/** Lets agents take the calls of a queue; returns those who did not before. Who is no agent is left out. */
export async function addMembers(
  tx: Transaction,
  queueId: QueueId,
  agentIds: readonly UserId[],
): Promise<UserId[]> {
  const rows = await tx`
    insert into agent_queues (agent_id, queue_id)
    select id, ${queueId} from users where id = any(${[...agentIds]}::uuid[]) and role = 'agent'
    on conflict do nothing returning agent_id`;
  return idsSchema.parse(rows).map(({ agentId }) => agentId);
}

/** Takes agents out of a queue; returns those who were in it. */
export async function removeMembers(
  tx: Transaction,
  queueId: QueueId,
  agentIds: readonly UserId[],
): Promise<UserId[]> {
  const rows = await tx`
    delete from agent_queues where queue_id = ${queueId} and agent_id = any(${[...agentIds]}::uuid[])
    returning agent_id`;
  return idsSchema.parse(rows).map(({ agentId }) => agentId);
}

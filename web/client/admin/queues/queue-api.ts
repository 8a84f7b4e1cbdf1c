import {
  type AdminQueue,
  type AdminQueues,
  adminQueueSchema,
  adminQueuesSchema,
  type NewQueue,
  type QueueChange,
  type QueueId,
} from '@agent/protocol';
import { command, request } from '../../http/request.ts';

const queues = '/api/admin/queues';
const pathOf = (queueId: QueueId) => `${queues}/${encodeURIComponent(queueId)}`;

/** The open queues by name, with the agents and cards to choose from. */
export function listQueues(signal?: AbortSignal): Promise<AdminQueues> {
  return request(adminQueuesSchema, queues, { signal });
}

/** Adds a queue. */
export function addQueue(body: NewQueue): Promise<AdminQueue> {
  return request(adminQueueSchema, queues, { method: 'POST', body });
}

/** Changes a queue, from the version that the change names. */
export function changeQueue(queueId: QueueId, body: QueueChange): Promise<AdminQueue> {
  return request(adminQueueSchema, pathOf(queueId), { method: 'PATCH', body });
}

/** Removes a queue as it was in this version. */
export function removeQueue(queueId: QueueId, version: number): Promise<void> {
  return command(`${pathOf(queueId)}?version=${version}`, { method: 'DELETE' });
}

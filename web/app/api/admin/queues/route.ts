import { newQueueSchema } from '@agent/protocol';
import { addQueue } from '#server/admin/queues/add-queue.ts';
import { readQueues } from '#server/admin/queues/read-queues.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/queues', async ({ services, viewer }) =>
  json(await readQueues(services, viewer)),
);

export const POST = route('POST /api/admin/queues', async ({ services, viewer, body }) =>
  json(await addQueue(services, viewer, await body(newQueueSchema)), 201),
);

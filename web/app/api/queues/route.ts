import { listQueues } from '#server/calls/open-queues.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/queues', async ({ services }) =>
  json(await listQueues(services)),
);

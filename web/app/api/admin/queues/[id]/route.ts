import { queueChangeSchema, queueIdSchema, queueRemovalSchema } from '@agent/protocol';
import { changeQueue } from '#server/admin/queues/change-queue.ts';
import { removeQueue } from '#server/admin/queues/remove-queue.ts';
import { json, noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const PATCH = route(
  'PATCH /api/admin/queues/{id}',
  async ({ services, viewer, param, body }) => {
    const queueId = param('id', queueIdSchema);
    return json(await changeQueue(services, viewer, queueId, await body(queueChangeSchema)));
  },
);

export const DELETE = route(
  'DELETE /api/admin/queues/{id}',
  async ({ services, viewer, param, query }) => {
    const { version } = query(queueRemovalSchema);
    await removeQueue(services, viewer, param('id', queueIdSchema), version);
    return noContent();
  },
);

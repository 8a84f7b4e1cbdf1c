import { customerIdSchema, erasureRequestSchema } from '@agent/protocol';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { eraseCustomer } from '#server/sessions/erase-session.ts';

export const POST = route(
  'POST /api/customers/{id}/erasure',
  async ({ services, viewer, param, body }) => {
    const customerId = param('id', customerIdSchema);
    return json(
      await eraseCustomer(services, viewer, customerId, await body(erasureRequestSchema)),
    );
  },
);

import { customerIdSchema } from '@agent/protocol';
import { readCustomer } from '#server/customers/read-customer.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/customers/{id}', async ({ services, viewer, param }) =>
  json(await readCustomer(services, viewer, param('id', customerIdSchema))),
);

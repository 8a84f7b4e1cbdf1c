import { customerIdSchema } from '@agent/protocol';
import { json } from '../../../../server/http/respond.ts';
import { route } from '../../../../server/http/route.ts';
import { readCustomer } from '../../../../server/use-cases/read-customer.ts';

export const GET = route('GET /api/customers/{id}', async ({ services, viewer, param }) =>
  json(await readCustomer(services, viewer, param('id', customerIdSchema))),
);

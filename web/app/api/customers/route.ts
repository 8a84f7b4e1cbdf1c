import { newCustomerSchema } from '@agent/protocol';
import { json } from '../../../server/http/respond.ts';
import { route } from '../../../server/http/route.ts';
import { createCustomer } from '../../../server/use-cases/create-customer.ts';

export const POST = route('/api/customers', async ({ services, viewer, body }) =>
  json(await createCustomer(services, viewer, await body(newCustomerSchema)), 201),
);

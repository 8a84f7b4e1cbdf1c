import { newCustomerSchema } from '@agent/protocol';
import { createCustomer } from '#server/customers/create-customer.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/customers', async ({ services, viewer, body }) => {
  const customer = await body(newCustomerSchema);
  return json(await createCustomer(services, viewer, customer), 201);
});

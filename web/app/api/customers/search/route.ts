import { customerSearchQuerySchema } from '@agent/protocol';
import { searchCustomers } from '#server/customers/search-customers.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/customers/search', async ({ services, viewer, query }) => {
  const asked = query(customerSearchQuerySchema);
  return json(await searchCustomers(services, viewer, asked));
});

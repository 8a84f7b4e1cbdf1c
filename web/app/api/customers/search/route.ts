import { customerSearchQuerySchema } from '@agent/protocol';
import { json } from '../../../../server/http/respond.ts';
import { route } from '../../../../server/http/route.ts';
import { searchCustomers } from '../../../../server/use-cases/search-customers.ts';
import { requireSession } from '../../../../server/viewer.ts';

export const GET = route('/api/customers/search', async ({ services, viewer, query }) => {
  const asked = await query(customerSearchQuerySchema, () => requireSession(viewer));
  return json(await searchCustomers(services, viewer, asked));
});

import { linkCustomerRequestSchema } from '@agent/protocol';
import { callCustomerStream } from '#server/customers/call-customer-stream.ts';
import { linkCustomer } from '#server/customers/link-customer.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/calls/{id}/customer', ({ services, viewer, callId, request }) =>
  callCustomerStream(services, viewer, callId, request),
);

export const PUT = route(
  'PUT /api/calls/{id}/customer',
  async ({ services, viewer, callId, body }) => {
    const { customerId } = await body(linkCustomerRequestSchema);
    await linkCustomer(services, viewer, callId, customerId);
    return noContent();
  },
);

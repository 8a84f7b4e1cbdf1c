import { startCallRequestSchema } from '@agent/protocol';
import { json } from '../../../server/http/respond.ts';
import { route } from '../../../server/http/route.ts';
import { startCall } from '../../../server/use-cases/start-call.ts';

export const POST = route('/api/calls', async ({ services, viewer, address, body }) => {
  const request = await body(startCallRequestSchema);
  const { view, cookie } = await startCall(services, viewer, request, address);
  const response = json(view, 201);
  response.headers.append('set-cookie', cookie);
  return response;
});

import { startCallRequestSchema } from '@agent/protocol';
import { json } from '../../../server/http/respond.ts';
import { route } from '../../../server/http/route.ts';
import { startKey } from '../../../server/start-cookie.ts';
import { startCall } from '../../../server/use-cases/start-call.ts';

export const POST = route('POST /api/calls', async (input) => {
  const { services, viewer, address, body } = input;
  const request = await body(startCallRequestSchema);
  const { view, cookies } = await startCall(services, viewer, request, {
    address,
    startKey: startKey(input.request.headers),
  });
  const response = json(view, 201);
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
});

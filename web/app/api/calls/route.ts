import { startCallRequestSchema } from '@agent/protocol';
import { startKey } from '#server/access/start-cookie.ts';
import { startCall } from '#server/calls/start-call.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

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

import { readCall } from '#server/calls/read-call.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/calls/{id}', async ({ services, viewer, callId }) =>
  json(await readCall(services, viewer, callId)),
);

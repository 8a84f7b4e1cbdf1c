import { heartbeat } from '#server/calls/heartbeat.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/calls/{id}/heartbeat', async ({ services, viewer, callId }) =>
  json(await heartbeat(services, viewer, callId)),
);

import { readCurrentCall } from '#server/calls/read-call.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/calls/current', async ({ services, viewer }) =>
  json(await readCurrentCall(services, viewer)),
);

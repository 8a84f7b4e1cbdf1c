import { json } from '../../../../server/http/respond.ts';
import { route } from '../../../../server/http/route.ts';
import { readCurrentCall } from '../../../../server/use-cases/read-call.ts';

export const GET = route('GET /api/calls/current', async ({ services, viewer }) =>
  json(await readCurrentCall(services, viewer)),
);

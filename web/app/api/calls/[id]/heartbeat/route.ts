import { json } from '../../../../../server/http/respond.ts';
import { route } from '../../../../../server/http/route.ts';
import { heartbeat } from '../../../../../server/use-cases/heartbeat.ts';

export const POST = route('POST /api/calls/{id}/heartbeat', async ({ services, viewer, callId }) =>
  json(await heartbeat(services, viewer, callId)),
);

import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { startListening } from '#server/supervision/enter-room.ts';

export const POST = route('POST /api/calls/{id}/monitor', async ({ services, viewer, callId }) =>
  json(await startListening(services, viewer, callId), 201),
);

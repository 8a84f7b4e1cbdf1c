import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { joinConversation } from '#server/supervision/enter-room.ts';

export const POST = route('POST /api/calls/{id}/join', async ({ services, viewer, callId }) =>
  json(await joinConversation(services, viewer, callId), 201),
);

import { chatRequestSchema } from '@agent/protocol';
import { sendChat } from '#server/calls/send-chat.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route(
  'POST /api/calls/{id}/chat',
  async ({ services, viewer, callId, body }) => {
    const message = await body(chatRequestSchema);
    return json(await sendChat(services, viewer, callId, message), 201);
  },
);

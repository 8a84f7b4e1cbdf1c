import { coachRequestSchema } from '@agent/protocol';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { coach } from '#server/supervision/coach.ts';

export const POST = route(
  'POST /api/calls/{id}/coach',
  async ({ services, viewer, callId, body }) => {
    const message = await body(coachRequestSchema);
    return json(await coach(services, viewer, callId, message), 201);
  },
);

import { holdRequestSchema } from '@agent/protocol';
import { setHold } from '#server/calls/hold.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route(
  'POST /api/calls/{id}/hold',
  async ({ services, viewer, callId, body }) => {
    const { held } = await body(holdRequestSchema);
    await setHold(services, viewer, callId, held);
    return noContent();
  },
);

import { holdRequestSchema } from '@agent/protocol';
import { noContent } from '../../../../../server/http/respond.ts';
import { route } from '../../../../../server/http/route.ts';
import { setHold } from '../../../../../server/use-cases/hold.ts';

export const POST = route(
  'POST /api/calls/{id}/hold',
  async ({ services, viewer, callId, body }) => {
    const { held } = await body(holdRequestSchema);
    await setHold(services, viewer, callId, held);
    return noContent();
  },
);

import { legalHoldRequestSchema } from '@agent/protocol';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { setLegalHold } from '#server/sessions/legal-hold.ts';

export const PUT = route(
  'PUT /api/sessions/{id}/legal-hold',
  async ({ services, viewer, callId, body }) => {
    await setLegalHold(services, viewer, callId, await body(legalHoldRequestSchema));
    return noContent();
  },
);

import { wrapUpDraftSchema, wrapUpRequestSchema } from '@agent/protocol';
import { finishWrapUp, saveWrapUp } from '#server/calls/wrap-up.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const PUT = route(
  'PUT /api/calls/{id}/wrap-up',
  async ({ services, viewer, callId, body }) => {
    const draft = await body(wrapUpDraftSchema);
    await saveWrapUp(services, viewer, callId, draft);
    return noContent();
  },
);

export const POST = route(
  'POST /api/calls/{id}/wrap-up',
  async ({ services, viewer, callId, body }) => {
    const result = await body(wrapUpRequestSchema);
    await finishWrapUp(services, viewer, callId, result);
    return noContent();
  },
);

import { wrapUpDraftSchema, wrapUpRequestSchema } from '@agent/protocol';
import { noContent } from '../../../../../server/http/respond.ts';
import { route } from '../../../../../server/http/route.ts';
import { finishWrapUp, saveWrapUp } from '../../../../../server/use-cases/wrap-up.ts';

export const PUT = route('/api/calls/{id}/wrap-up', async ({ services, viewer, callId, body }) => {
  await saveWrapUp(services, viewer, callId, await body(wrapUpDraftSchema));
  return noContent();
});

export const POST = route('/api/calls/{id}/wrap-up', async ({ services, viewer, callId, body }) => {
  await finishWrapUp(services, viewer, callId, await body(wrapUpRequestSchema));
  return noContent();
});

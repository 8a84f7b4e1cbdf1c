import { hangUp } from '#server/calls/hang-up.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/calls/{id}/hangup', async ({ services, viewer, callId }) => {
  await hangUp(services, viewer, callId);
  return noContent();
});

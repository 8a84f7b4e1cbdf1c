import { leaveQueue } from '#server/calls/leave-queue.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/calls/{id}/leave', async ({ services, viewer, callId }) => {
  await leaveQueue(services, viewer, callId);
  return noContent();
});

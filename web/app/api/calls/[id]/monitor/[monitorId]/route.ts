import { monitorIdSchema } from '@agent/protocol';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { leaveRoom } from '#server/supervision/leave-room.ts';

export const DELETE = route(
  'DELETE /api/calls/{id}/monitor/{monitorId}',
  async ({ services, viewer, callId, param }) => {
    const monitorId = param('monitorId', monitorIdSchema);
    await leaveRoom(services, viewer, { callId, monitorId });
    return noContent();
  },
);

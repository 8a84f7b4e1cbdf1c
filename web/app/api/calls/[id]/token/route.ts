import { mintRoomToken } from '#server/calls/mint-room-token.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/calls/{id}/token', async ({ services, viewer, callId }) =>
  json(await mintRoomToken(services, viewer, callId)),
);

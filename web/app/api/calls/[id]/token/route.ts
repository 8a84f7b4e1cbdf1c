import { json } from '../../../../../server/http/respond.ts';
import { route } from '../../../../../server/http/route.ts';
import { mintRoomToken } from '../../../../../server/use-cases/mint-room-token.ts';

export const POST = route('POST /api/calls/{id}/token', async ({ services, viewer, callId }) =>
  json(await mintRoomToken(services, viewer, callId)),
);

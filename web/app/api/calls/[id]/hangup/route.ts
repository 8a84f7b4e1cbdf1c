import { noContent } from '../../../../../server/http/respond.ts';
import { route } from '../../../../../server/http/route.ts';
import { hangUp } from '../../../../../server/use-cases/hang-up.ts';

export const POST = route('POST /api/calls/{id}/hangup', async ({ services, viewer, callId }) => {
  await hangUp(services, viewer, callId);
  return noContent();
});

import { holdRequestSchema } from '@agent/protocol';
import { noContent } from '../../../../../server/http/respond.ts';
import { route } from '../../../../../server/http/route.ts';
import { setHold } from '../../../../../server/use-cases/hold.ts';
import { callOfAgent } from '../../../../../server/viewer.ts';

export const POST = route('/api/calls/{id}/hold', async ({ services, viewer, callId, body }) => {
  const { held } = await body(holdRequestSchema, () => callOfAgent(services, viewer, callId));
  await setHold(services, viewer, callId, held);
  return noContent();
});

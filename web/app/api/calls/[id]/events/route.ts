import { z } from 'zod';
import { json } from '../../../../../server/http/respond.ts';
import { route } from '../../../../../server/http/route.ts';
import { readEvents } from '../../../../../server/use-cases/read-events.ts';

const querySchema = z.object({
  after: z.coerce.number('Give a number.').int().min(0).max(2_147_483_647).default(0),
});

export const GET = route('/api/calls/{id}/events', async ({ services, viewer, callId, query }) => {
  const { after } = query(querySchema);
  return json(await readEvents(services, viewer, callId, after));
});

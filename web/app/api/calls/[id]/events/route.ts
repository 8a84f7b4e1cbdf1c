import { z } from 'zod';
import { checked } from '../../../../../server/http/read-json.ts';
import { json } from '../../../../../server/http/respond.ts';
import { route } from '../../../../../server/http/route.ts';
import { readEvents } from '../../../../../server/use-cases/read-events.ts';

const querySchema = z.object({
  after: z.coerce.number('Give a number.').int().min(0).max(2_147_483_647).default(0),
});

export const GET = route('/api/calls/{id}/events', async ({ services, viewer, callId, url }) => {
  const { after } = checked(querySchema, Object.fromEntries(url.searchParams));
  return json(await readEvents(services, viewer, callId, after));
});

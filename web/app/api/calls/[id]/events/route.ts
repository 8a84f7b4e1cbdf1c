import { json } from '../../../../../server/http/respond.ts';
import { route } from '../../../../../server/http/route.ts';
import { eventsQuerySchema, readEvents } from '../../../../../server/use-cases/read-events.ts';
import { callOfOwner } from '../../../../../server/viewer.ts';

export const GET = route('/api/calls/{id}/events', async ({ services, viewer, callId, query }) => {
  const { after } = await query(eventsQuerySchema, () => callOfOwner(services, viewer, callId));
  return json(await readEvents(services, viewer, callId, after));
});

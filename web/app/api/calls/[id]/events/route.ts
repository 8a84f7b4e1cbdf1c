import { eventsQuerySchema, readEvents } from '#server/calls/read-events.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route(
  'GET /api/calls/{id}/events',
  async ({ services, viewer, callId, query }) => {
    const { after } = query(eventsQuerySchema);
    return json(await readEvents(services, viewer, callId, after));
  },
);

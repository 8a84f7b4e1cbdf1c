import { jsonList } from '#server/http/json-list.ts';
import { route } from '#server/route.ts';
import { readSessionEvents } from '#server/sessions/read-session-events.ts';

export const GET = route('GET /api/sessions/{id}/events', async ({ services, viewer, callId }) =>
  jsonList('envelopes', await readSessionEvents(services, viewer, callId)),
);

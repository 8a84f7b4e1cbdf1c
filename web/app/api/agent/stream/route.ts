import { agentStream } from '#server/desk/agent-stream.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/agent/stream', ({ services, viewer, request }) =>
  agentStream(services, viewer, request),
);

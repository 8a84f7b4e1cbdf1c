import { route } from '../../../../server/http/route.ts';
import { agentStream } from '../../../../server/use-cases/agent-stream.ts';

export const GET = route('GET /api/agent/stream', ({ services, viewer, request }) =>
  agentStream(services, viewer, request),
);

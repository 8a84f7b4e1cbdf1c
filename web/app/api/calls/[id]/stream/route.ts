import { route } from '../../../../../server/http/route.ts';
import { customerStream } from '../../../../../server/use-cases/customer-stream.ts';

export const GET = route('GET /api/calls/{id}/stream', ({ services, viewer, callId, request }) =>
  customerStream(services, viewer, callId, request),
);

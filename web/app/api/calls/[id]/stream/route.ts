import { customerStream } from '#server/calls/customer-stream.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/calls/{id}/stream', ({ services, viewer, callId, request }) =>
  customerStream(services, viewer, callId, request),
);

import { route } from '#server/route.ts';
import { playRecording } from '#server/sessions/play-recording.ts';

export const GET = route(
  'GET /api/sessions/{id}/recording',
  ({ services, viewer, callId, request }) => playRecording(services, viewer, callId, request),
);

import { recordingPauseRequestSchema } from '@agent/protocol';
import { setRecordingPause } from '#server/calls/recording-pause.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route(
  'POST /api/calls/{id}/recording-pause',
  async ({ services, viewer, callId, body }) => {
    const { paused } = await body(recordingPauseRequestSchema);
    await setRecordingPause(services, viewer, callId, paused);
    return noContent();
  },
);

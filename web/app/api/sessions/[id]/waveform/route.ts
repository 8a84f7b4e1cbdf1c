import { route } from '#server/route.ts';
import { readWaveform } from '#server/sessions/read-waveform.ts';

export const GET = route(
  'GET /api/sessions/{id}/waveform',
  async ({ services, viewer, callId }) => {
    const bytes = await readWaveform(services, viewer, callId);
    const headers = { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' };
    return new Response(new Uint8Array(bytes), { headers });
  },
);

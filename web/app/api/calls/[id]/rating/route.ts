import { ratingRequestSchema } from '@agent/protocol';
import { rate } from '#server/calls/rate.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route(
  'POST /api/calls/{id}/rating',
  async ({ services, viewer, callId, body }) => {
    const rating = await body(ratingRequestSchema);
    await rate(services, viewer, callId, rating);
    return noContent();
  },
);

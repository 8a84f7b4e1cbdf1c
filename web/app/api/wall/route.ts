import { route } from '#server/route.ts';
import { wallStream } from '#server/supervision/wall/wall-stream.ts';

export const GET = route('GET /api/wall', ({ services, viewer, request }) =>
  wallStream(services, viewer, request),
);

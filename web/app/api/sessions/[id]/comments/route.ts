import { newSessionCommentSchema } from '@agent/protocol';
import { json, noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { addComment, readComments } from '#server/sessions/comments.ts';

export const GET = route('GET /api/sessions/{id}/comments', async ({ services, viewer, callId }) =>
  json({ comments: await readComments(services, viewer, callId) }),
);

export const POST = route(
  'POST /api/sessions/{id}/comments',
  async ({ services, viewer, callId, body }) => {
    await addComment(services, viewer, callId, await body(newSessionCommentSchema));
    return noContent();
  },
);

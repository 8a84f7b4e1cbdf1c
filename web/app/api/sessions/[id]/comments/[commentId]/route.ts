import { sessionCommentIdSchema } from '@agent/protocol';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { deleteComment } from '#server/sessions/comments.ts';

export const DELETE = route(
  'DELETE /api/sessions/{id}/comments/{commentId}',
  async ({ services, viewer, callId, param }) => {
    await deleteComment(services, viewer, callId, param('commentId', sessionCommentIdSchema));
    return noContent();
  },
);

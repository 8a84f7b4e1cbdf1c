import { userIdSchema } from '@agent/protocol';
import { signOutUser } from '#server/admin/users/sign-out-user.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route(
  'POST /api/admin/users/{id}/sign-out',
  async ({ services, viewer, param }) => {
    await signOutUser(services, viewer, param('id', userIdSchema));
    return noContent();
  },
);

import { userChangeSchema, userIdSchema } from '@agent/protocol';
import { changeUser } from '#server/admin/users/change-user.ts';
import { readUser } from '#server/admin/users/find-users.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/users/{id}', async ({ services, viewer, param }) =>
  json(await readUser(services, viewer, param('id', userIdSchema))),
);

export const PATCH = route(
  'PATCH /api/admin/users/{id}',
  async ({ services, viewer, ...asked }) => {
    const userId = asked.param('id', userIdSchema);
    return json(await changeUser(services, viewer, userId, await asked.body(userChangeSchema)));
  },
);

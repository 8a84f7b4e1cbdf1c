import { newUserSchema, userQuerySchema } from '@agent/protocol';
import { findUsers } from '#server/admin/users/find-users.ts';
import { inviteUser } from '#server/admin/users/user-links.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/users', async ({ services, viewer, query }) =>
  json(await findUsers(services, viewer, query(userQuerySchema))),
);

export const POST = route('POST /api/admin/users', async ({ services, viewer, body }) =>
  json(await inviteUser(services, viewer, await body(newUserSchema)), 201),
);

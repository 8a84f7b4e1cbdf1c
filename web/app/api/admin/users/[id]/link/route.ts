import { userIdSchema } from '@agent/protocol';
import { makeLink } from '#server/admin/users/user-links.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/admin/users/{id}/link', async ({ services, viewer, param }) =>
  json(await makeLink(services, viewer, param('id', userIdSchema)), 201),
);

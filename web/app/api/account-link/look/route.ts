import { linkLookSchema } from '@agent/protocol';
import { lookAtLink } from '#server/access/account-link.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/account-link/look', async ({ services, address, body }) =>
  json(await lookAtLink(services, address, await body(linkLookSchema))),
);

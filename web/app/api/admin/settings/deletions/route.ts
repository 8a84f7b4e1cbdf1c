import { deletionsQuerySchema } from '@agent/protocol';
import { countDeletions } from '#server/admin/settings/count-deletions.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/settings/deletions', async ({ services, viewer, query }) =>
  json(await countDeletions(services, viewer, query(deletionsQuerySchema))),
);

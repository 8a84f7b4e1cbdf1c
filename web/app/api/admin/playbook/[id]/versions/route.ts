import { cardParamSchema } from '@agent/protocol';
import { readVersions } from '#server/admin/playbook/read-playbook.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route(
  'GET /api/admin/playbook/{id}/versions',
  async ({ services, viewer, param }) =>
    json({ versions: await readVersions(services, viewer, param('id', cardParamSchema)) }),
);

import { cardQuerySchema } from '@agent/protocol';
import { listCards } from '#server/admin/playbook/read-playbook.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/playbook', async ({ services, viewer, query }) =>
  json(await listCards(services, viewer, query(cardQuerySchema))),
);

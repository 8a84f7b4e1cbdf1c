import { cardChangeSchema, cardParamSchema } from '@agent/protocol';
import { changeCard } from '#server/admin/playbook/change-card.ts';
import { readCard } from '#server/admin/playbook/read-playbook.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/playbook/{id}', async ({ services, viewer, param }) =>
  json(await readCard(services, viewer, param('id', cardParamSchema))),
);

export const PUT = route('PUT /api/admin/playbook/{id}', async (input) => {
  const id = input.param('id', cardParamSchema);
  const change = await input.body(cardChangeSchema);
  return json(await changeCard(input.services, input.viewer, id, change));
});

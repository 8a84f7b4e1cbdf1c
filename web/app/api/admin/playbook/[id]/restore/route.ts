import { cardParamSchema, cardRestoreSchema } from '@agent/protocol';
import { restoreCard } from '#server/admin/playbook/change-card.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/admin/playbook/{id}/restore', async (input) => {
  const id = input.param('id', cardParamSchema);
  const wanted = await input.body(cardRestoreSchema);
  return json(await restoreCard(input.services, input.viewer, id, wanted));
});

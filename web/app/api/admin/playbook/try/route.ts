import { cardTrialRequestSchema } from '@agent/protocol';
import { tryCard } from '#server/admin/playbook/try-card.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/admin/playbook/try', async (input) => {
  const { services, viewer, request } = input;
  const wanted = await input.body(cardTrialRequestSchema);
  return json(await tryCard(services, viewer, wanted, request.signal));
});

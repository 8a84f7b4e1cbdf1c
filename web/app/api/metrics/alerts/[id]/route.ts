import { figureAlertActSchema, figureAlertIdSchema } from '@agent/protocol';
import { actOnAlert } from '#server/figures/alerts/act-on-alert.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route('POST /api/metrics/alerts/{id}', async (input) => {
  const { services, viewer, param, body } = input;
  const id = param('id', figureAlertIdSchema);
  const { act } = await body(figureAlertActSchema);
  await actOnAlert(services, viewer, { id, act });
  return noContent();
});

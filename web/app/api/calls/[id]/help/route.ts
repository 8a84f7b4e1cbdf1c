import { helpRequestSchema } from '@agent/protocol';
import { json, noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { askForHelp, withdrawHelp } from '#server/supervision/ask-for-help.ts';

export const POST = route(
  'POST /api/calls/{id}/help',
  async ({ services, viewer, callId, body }) => {
    const request = await body(helpRequestSchema);
    return json(await askForHelp(services, viewer, callId, request), 201);
  },
);

export const DELETE = route('DELETE /api/calls/{id}/help', async ({ services, viewer, callId }) => {
  await withdrawHelp(services, viewer, callId);
  return noContent();
});

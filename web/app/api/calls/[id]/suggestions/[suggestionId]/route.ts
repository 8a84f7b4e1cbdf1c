import { suggestionIdSchema, suggestionOutcomeSchema } from '@agent/protocol';
import { settleSuggestion } from '#server/calls/settle-suggestion.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const POST = route(
  'POST /api/calls/{id}/suggestions/{suggestionId}',
  async ({ services, viewer, callId, param, body }) => {
    const suggestionId = param('suggestionId', suggestionIdSchema);
    const outcome = await body(suggestionOutcomeSchema);
    return json(await settleSuggestion(services, viewer, { callId, suggestionId, outcome }), 201);
  },
);

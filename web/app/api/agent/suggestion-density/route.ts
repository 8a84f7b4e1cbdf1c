import { suggestionDensityRequestSchema } from '@agent/protocol';
import { setSuggestionDensity } from '#server/desk/set-suggestion-density.ts';
import { noContent } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const PUT = route(
  'PUT /api/agent/suggestion-density',
  async ({ services, viewer, body }) => {
    const { density } = await body(suggestionDensityRequestSchema);
    await setSuggestionDensity(services, viewer, density);
    return noContent();
  },
);

import { suggestionDensityRequestSchema } from '@agent/protocol';
import { noContent } from '../../../../server/http/respond.ts';
import { route } from '../../../../server/http/route.ts';
import { setSuggestionDensity } from '../../../../server/use-cases/set-suggestion-density.ts';

export const PUT = route(
  'PUT /api/agent/suggestion-density',
  async ({ services, viewer, body }) => {
    const { density } = await body(suggestionDensityRequestSchema);
    await setSuggestionDensity(services, viewer, density);
    return noContent();
  },
);

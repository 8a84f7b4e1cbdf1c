import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';
import { readSessionChoices } from '#server/sessions/read-session-choices.ts';

export const GET = route('GET /api/sessions/choices', async ({ services, viewer }) =>
  json(await readSessionChoices(services, viewer)),
);

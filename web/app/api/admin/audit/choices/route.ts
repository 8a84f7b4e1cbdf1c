import { auditChoices } from '#server/admin/audit/audit-choices.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/audit/choices', async ({ services, viewer }) =>
  json(await auditChoices(services, viewer)),
);

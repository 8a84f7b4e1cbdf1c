import { auditQuerySchema } from '@agent/protocol';
import { readAudit } from '#server/admin/audit/read-audit.ts';
import { json } from '#server/http/respond.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/audit', async ({ services, viewer, query }) =>
  json(await readAudit(services, viewer, query(auditQuerySchema))),
);

import { auditFilterSchema } from '@agent/protocol';
import { exportAudit } from '#server/admin/audit/export-audit.ts';
import { route } from '#server/route.ts';

export const GET = route('GET /api/admin/audit/export', ({ services, viewer, query, request }) =>
  exportAudit(services, viewer, query(auditFilterSchema), request),
);

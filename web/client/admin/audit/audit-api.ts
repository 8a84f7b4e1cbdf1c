import {
  type AuditChoices,
  type AuditPage,
  auditChoicesSchema,
  auditPageSchema,
} from '@agent/protocol';
import { request } from '../../http/request.ts';

const audit = '/api/admin/audit';

/** What the log is narrowed to, as the server is asked for it; null: by nothing. */
export interface AuditFilters {
  actor: string | null;
  action: string | null;
  subject: string | null;
  from: string | null;
  to: string | null;
  address: string | null;
}

/** A page of the log, newest first; `cursor` is where the page before ended. */
export function readAudit(
  filters: AuditFilters,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<AuditPage> {
  return request(auditPageSchema, `${audit}?${queryOf({ ...filters, cursor })}`, { signal });
}

/** What can be filtered by. */
export function readAuditChoices(signal?: AbortSignal): Promise<AuditChoices> {
  return request(auditChoicesSchema, `${audit}/choices`, { signal });
}

/** Where what is narrowed so is had as CSV. */
export function auditExportHref(filters: AuditFilters): string {
  const query = queryOf({ ...filters });
  return query.size > 0 ? `${audit}/export?${query}` : `${audit}/export`;
}

function queryOf(asked: Record<string, string | null>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== null) query.set(name, value);
  return query;
}

import 'server-only';
import type { AuditEntry } from '@agent/store';
import { requireRole, type Viewer } from '../access/viewer.ts';

/** The admin who sends a request, as a record has it; anybody else is refused. */
export function actingAdmin(viewer: Viewer): Pick<AuditEntry, 'actor' | 'address'> {
  const { userId, displayName } = requireRole(viewer, 'admin');
  return { actor: { userId, displayName }, address: viewer.address };
}

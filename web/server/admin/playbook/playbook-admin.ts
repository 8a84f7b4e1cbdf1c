import 'server-only';
import type { AuditEntry, CardChange } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';

/** An admin at work on the playbook, as changes and records name them. */
export interface PlaybookAdmin {
  by: CardChange['by'];
  /** The same for a record. */
  who: Pick<AuditEntry, 'actor' | 'address'>;
}

/** Who works on the playbook; nobody but admins does. */
export function requirePlaybookAdmin(viewer: Viewer): PlaybookAdmin {
  const { userId, displayName } = requireRole(viewer, 'admin');
  const by = { userId, displayName };
  return { by, who: { actor: by, address: viewer.address } };
}

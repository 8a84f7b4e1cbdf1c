import 'server-only';
import type { AuditChoices } from '@agent/protocol';
import { auditActions, readPeople } from '@agent/store';
import { requireRole, type Viewer } from '../../access/viewer.ts';
import type { Services } from '../../services.ts';
import { actWords, nounWords } from './audit-words.ts';

/** What the log can be narrowed to: people, and acts in words. */
export async function auditChoices(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer,
): Promise<AuditChoices> {
  requireRole(viewer, 'admin');
  return {
    people: await readPeople(db),
    groups: Object.entries(nounWords).map(([noun, label]) => ({
      ...{ noun, label },
      actions: auditActions
        .filter((action) => action.startsWith(`${noun}.`))
        .map((action) => ({ action, label: actWords[action].label })),
    })),
  };
}

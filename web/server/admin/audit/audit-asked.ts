import type { AuditFilter } from '@agent/protocol';
import { type AuditAsked, auditActions } from '@agent/store';
import { Problem } from '../../problem.ts';

/** What is asked of the store for a filter. */
export function auditAsked({ action, ...filter }: AuditFilter, zone: string): AuditAsked {
  if (isBackwards(filter)) {
    const why = 'The first day is after the last.';
    throw Problem.invalidInput(why, { from: why });
  }
  return { ...filter, zone, ...(action && { actions: actionsOf(action) }) };
}

/** A noun stands for all its acts. */
function actionsOf(action: string): string[] {
  if (action.includes('.')) return [action];
  return auditActions.filter((known) => known.startsWith(`${action}.`));
}

function isBackwards({ from, to }: Pick<AuditFilter, 'from' | 'to'>): boolean {
  return from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to);
}

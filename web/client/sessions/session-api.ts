import {
  type SessionAgents,
  type SessionChoices,
  type SessionPage,
  type SessionQuery,
  sessionAgentsSchema,
  sessionChoicesSchema,
  sessionPageSchema,
} from '@agent/protocol';
import { formatClock } from '@agent/ui';
import { request } from '../http/request.ts';

/** A page of calls that are over, newest first; `cursor` is where the page before ended. */
export function listSessions(
  { cursor: _cursor, ...query }: SessionQuery,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<SessionPage> {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, cursor })) {
    if (value !== undefined && value !== null) asked.set(name, String(value));
  }
  return request(sessionPageSchema, `/api/sessions?${asked}`, { signal });
}

/** Whose calls can be looked for; for supervisors and admins. */
export function sessionAgents(signal?: AbortSignal): Promise<SessionAgents> {
  return request(sessionAgentsSchema, '/api/sessions/agents', { signal });
}

/** By which queues and outcomes calls can be looked for. */
export function sessionChoices(signal?: AbortSignal): Promise<SessionChoices> {
  return request(sessionChoicesSchema, '/api/sessions/choices', { signal });
}

/** The page of a call, from its start or from a moment of it. */
export function sessionHref(callId: string, atMs: number | null): string {
  const path = `/calls/${encodeURIComponent(callId)}`;
  return atMs === null ? path : `${path}?t=${formatClock(atMs)}`;
}

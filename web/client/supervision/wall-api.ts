import type { AlertAct } from '@agent/protocol';
import { command } from '../http/request.ts';

/** Where supervisors follow all calls. */
export const WALL_STREAM = '/api/wall';

/** Sees to something that stands out in a call, or puts it off; the same again is harmless. */
export function actOnAlert(callId: string, incident: string, act: AlertAct): Promise<void> {
  return command(`/api/calls/${callId}/alerts/${incident}`, { body: act });
}

/** The page on which one listens to a call. */
export function listeningHref(callId: string): string {
  return `/supervisor/calls/${encodeURIComponent(callId)}`;
}

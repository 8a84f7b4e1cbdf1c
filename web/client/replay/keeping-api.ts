import type { CallId, ErasureRequestBody, LegalHoldRequest } from '@agent/protocol';
import { command } from '../http/request.ts';

/** Where a call that is over lies as one file. */
export function downloadUrl(callId: CallId): string {
  return path(callId, '/download');
}

/** Asks whether the file can be had; a browser that is sent there says nothing of why not. */
export function checkDownload(callId: CallId): Promise<void> {
  return command(downloadUrl(callId), { method: 'HEAD' });
}

/** Erases a call for good. */
export function eraseSession(callId: CallId, body: ErasureRequestBody): Promise<void> {
  return command(path(callId, ''), { method: 'DELETE', body });
}

/** Keeps a call from being deleted, or lets it go. */
export function setLegalHold(callId: CallId, body: LegalHoldRequest): Promise<void> {
  return command(path(callId, '/legal-hold'), { method: 'PUT', body });
}

function path(callId: CallId, rest: string): string {
  return `/api/sessions/${callId}${rest}`;
}

import type { CallId } from '@agent/protocol';

const key = (callId: CallId) => `muted:${callId}`;

/** Whether the person had muted themselves on this call: a reload must not open the microphone. */
export function wasMuted(callId: CallId): boolean {
  try {
    return sessionStorage.getItem(key(callId)) === 'yes';
  } catch {
    return false;
  }
}

/** Keeps the mute over a reload of this tab, where storage is allowed. */
export function rememberMuted(callId: CallId, muted: boolean): void {
  try {
    if (muted) sessionStorage.setItem(key(callId), 'yes');
    else sessionStorage.removeItem(key(callId));
  } catch {
    return;
  }
}

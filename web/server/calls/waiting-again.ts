import 'server-only';
import type { CallRow } from '@agent/store';

/** Whether a call was answered and waits for another agent, as the one before had to leave. */
export function isWaitingAgain({ status, answeredAt }: CallRow): boolean {
  return (status === 'queued' || status === 'offered') && answeredAt !== null;
}

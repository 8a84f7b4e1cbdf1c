import 'server-only';
import type { UnreadableEvent } from '@agent/store';
import type { Services } from '../services.ts';

const mostLogged = 10;

/** Of what cannot be read only ids and types are told: its payload may be what somebody said. */
export function noteUnreadable(
  { meters, log }: Pick<Services, 'meters' | 'log'>,
  events: readonly UnreadableEvent[],
): void {
  meters.unreadableEvents.inc(events.length);
  log.error({ events: events.slice(0, mostLogged) }, 'stored events cannot be read');
}

import type { ConnectionBadgeProps, ConnectionState } from '@agent/ui';
import type { AudioCallState, CallConnection } from '@agent/ui/live';

const states: Record<CallConnection, ConnectionState> = {
  idle: 'idle',
  connecting: 'connecting',
  connected: 'connected',
  reconnecting: 'reconnecting',
  lost: 'lost',
  moved: 'idle',
  refused: 'idle',
};

/** The connection of a call as a badge shows it. */
export function connectionView(
  audio: AudioCallState,
): Pick<ConnectionBadgeProps, 'state' | 'quality'> {
  const quality = audio.quality === 'lost' ? 'poor' : audio.quality;
  return { state: states[audio.connection], quality };
}

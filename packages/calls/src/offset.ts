import type { CallState } from './call-state.ts';

/** A server time as milliseconds since the call was answered, never negative. */
export function offsetMs({ answeredAtMs }: CallState, at: string): number {
  return answeredAtMs === null ? 0 : Math.max(0, Date.parse(at) - answeredAtMs);
}

import type { AgentStatus } from '@agent/protocol';

/** What agents' time is made of, in milliseconds, by status. Nobody is paid for `offline`. */
export const timeSumIds = [
  'available',
  'offered',
  'on-call',
  'wrap-up',
  'break',
] as const satisfies readonly AgentStatus[];

/** Names a part of agents' time. */
export type TimeSumId = (typeof timeSumIds)[number];

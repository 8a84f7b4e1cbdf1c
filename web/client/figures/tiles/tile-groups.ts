import type { MetricId } from '@agent/protocol';

/** Tiles that belong together, in the order in which they stand. */
export const tileGroups: readonly { name: string; ids: readonly MetricId[] }[] = [
  {
    name: 'Service',
    ids: [
      ...(['offered', 'answered', 'abandon-rate', 'service-level'] as const),
      ...(['speed-of-answer', 'first-response', 'offers-not-taken'] as const),
    ],
  },
  {
    name: 'Calls',
    ids: ['call-duration', 'hold-time', 'after-call-work', 'handle-time', 'suggestions-used'],
  },
  { name: 'Time of agents', ids: ['occupancy', 'utilisation'] },
  {
    name: 'Customers',
    ids: ['csat', 'sentiment', 'resolution-rate', 'first-call-resolution'],
  },
];

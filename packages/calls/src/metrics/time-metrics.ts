import type { Metric } from './metric.ts';
import { timeSumIds } from './time-sum.ts';

const ofTime = {
  ...{ unit: 'share', better: 'neither', leastSample: 30 },
  ...{ byAgent: true, byOutcome: false, calls: null },
} as const satisfies Partial<Metric>;

/** What agents' time went into. */
export const timeMetrics: readonly Metric[] = [
  {
    ...{ id: 'occupancy', name: 'Occupancy', ...ofTime },
    sentence: 'How much of the time in which agents could work on calls they did.',
    formula: '(on call + wrap-up) ÷ (on call + wrap-up + available)',
    notes: [
      'The time in which a call rings is in neither part, nor are breaks.',
      'Less than half an hour says too little.',
      'By queue: all the time of the agents who take its calls now.',
    ],
    counted: {
      one: 'minute on calls or ready for them',
      many: 'minutes on calls or ready for them',
    },
    divided: 'on calls',
    parts: {
      over: 'time',
      dividend: ['on-call', 'wrap-up'],
      divisor: ['on-call', 'wrap-up', 'available'],
    },
  },
  {
    ...{ id: 'utilisation', name: 'Utilisation', ...ofTime },
    sentence: 'How much of their signed-in time agents were on calls or ready for them.',
    formula: '(on call + wrap-up + available) ÷ signed-in time with breaks',
    notes: [
      'Of signed-in time: nobody tells us of paid hours.',
      'Less than half an hour says too little.',
      'By queue: all the time of the agents who take its calls now.',
    ],
    counted: { one: 'minute signed in', many: 'minutes signed in' },
    divided: 'on calls or ready',
    parts: {
      over: 'time',
      dividend: ['on-call', 'wrap-up', 'available'],
      divisor: timeSumIds,
    },
  },
];

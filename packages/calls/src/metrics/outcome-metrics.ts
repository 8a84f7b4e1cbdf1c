import { callsCounted, ofAnyCalls } from './define-metric.ts';
import type { Metric } from './metric.ts';
import { repeatSums } from './repeat-sum.ts';

/** What came of calls, and how customers took it. */
export const outcomeMetrics: readonly Metric[] = [
  {
    ...{ id: 'csat', name: 'CSAT', unit: 'share', better: 'higher', leastSample: 10 },
    sentence: 'How many of the customers who rated their call gave it four or five of five.',
    formula: 'ratings of 4 and 5 ÷ ratings',
    notes: [
      'Only those who rated. Fewer than ten ratings say too little.',
      'A rating that comes late counts in the period of its call.',
    ],
    counted: { one: 'rating', many: 'ratings' },
    divided: 'of 4 or 5',
    parts: { over: 'calls', dividend: 'satisfied', divisor: 'rated' },
    ...ofAnyCalls,
    calls: callsCounted('rated', 'rated calls'),
  },
  {
    ...{ id: 'sentiment', name: 'How customers sounded', unit: 'score', better: 'higher' },
    leastSample: 1,
    sentence: 'How customers sounded on average, from −1 (upset) to 1 (content).',
    formula: 'mean scores of calls ÷ calls with a score',
    notes: [
      'An estimate by the machine, of transcribed calls alone. It is no rating and is not added to CSAT.',
      'Each call counts once, however much was said.',
    ],
    counted: { one: 'call with a score', many: 'calls with a score' },
    divided: 'in all',
    parts: { over: 'calls', dividend: 'sentiment', divisor: 'scored' },
    ...ofAnyCalls,
    calls: callsCounted('scored', 'calls with a score'),
  },
  {
    ...{ id: 'resolution-rate', name: 'Resolution rate', unit: 'share', better: 'higher' },
    leastSample: 1,
    sentence: 'How many calls were resolved, by the outcome that their agent chose.',
    formula:
      'calls with an outcome that counts as resolved ÷ calls with an outcome that a person chose',
    notes: ['What the system closed because the agent had gone is in neither number.'],
    counted: { one: 'call with an outcome', many: 'calls with an outcome' },
    divided: 'resolved',
    parts: { over: 'calls', dividend: 'resolved', divisor: 'judged' },
    ...{ byAgent: true, byOutcome: false },
    calls: callsCounted('judged', 'calls with an outcome'),
  },
  {
    ...{ id: 'first-call-resolution', name: 'First-call resolution', unit: 'share' },
    ...{ better: 'higher', leastSample: 1 },
    sentence: 'After how many resolved calls the customer did not call again within seven days.',
    formula:
      'resolved calls without another call of the customer within 7 days ÷ resolved calls of known customers',
    notes: [
      'Provisional for the last seven days: the customer may still call again.',
      'Calls of unknown customers are in neither number.',
    ],
    counted: {
      one: 'resolved call of a known customer',
      many: 'resolved calls of known customers',
    },
    divided: 'without another call',
    parts: { over: 'repeats', dividend: 'notRepeated', divisor: 'followed' },
    ...{ byAgent: true, byOutcome: false },
    calls: {
      ...{ sql: repeatSums.followed.where, count: 'followed' },
      words: 'resolved calls of known customers',
    },
  },
];

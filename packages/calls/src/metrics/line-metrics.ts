import { callsCounted, ofAllCalls, ofAnyCalls } from './define-metric.ts';
import type { Metric } from './metric.ts';

const calls = { one: 'call', many: 'calls' };
const answeredCalls = { one: 'answered call', many: 'answered calls' };

/** How many called, and how soon they had somebody. */
export const lineMetrics: readonly Metric[] = [
  {
    ...{ id: 'offered', name: 'Offered', unit: 'calls', better: 'neither', leastSample: 0 },
    sentence: 'How many customers called.',
    formula: 'calls that began to wait in the period',
    notes: [
      'A call counts in the period in which it began to wait, whenever it was answered or ended.',
      'Offered = answered + abandoned + left at once + those that still wait.',
    ],
    counted: calls,
    divided: '',
    parts: { over: 'calls', count: 'offered' },
    ...{ byAgent: false, byOutcome: true },
    calls: callsCounted('offered', 'all calls'),
  },
  {
    ...{ id: 'answered', name: 'Answered', unit: 'calls', better: 'neither', leastSample: 0 },
    sentence: 'How many of them somebody took.',
    formula: 'calls that an agent took',
    notes: ['One agent’s: the calls that this agent had last.'],
    counted: calls,
    divided: '',
    parts: { over: 'calls', count: 'answered' },
    ...ofAnyCalls,
    calls: callsCounted('answered', 'answered calls'),
  },
  {
    ...{ id: 'abandon-rate', name: 'Abandon rate', unit: 'share', better: 'lower', leastSample: 1 },
    sentence: 'Of how many calls the customer gave up waiting.',
    formula: 'calls given up ÷ (answered calls + calls given up)',
    notes: [
      'Who leaves within five seconds was never really waiting and is in neither number.',
      'Nobody answered these calls, so there is no such rate of one agent.',
    ],
    counted: { one: 'call answered or given up', many: 'calls answered or given up' },
    divided: 'given up',
    parts: { over: 'calls', dividend: 'abandoned', divisor: 'settled' },
    ...ofAllCalls,
    calls: callsCounted('settled', 'calls answered or given up'),
  },
  {
    ...{ id: 'service-level', name: 'Service level', unit: 'share', better: 'higher' },
    leastSample: 1,
    sentence: 'How many calls were answered within the target of their queue.',
    formula:
      'calls answered within the target ÷ (answered calls + calls given up after the target)',
    notes: [
      'The target is the one that the queue had when the customer called; a new one does not change the past.',
      'Who gives up before the target neither helps nor hurts.',
    ],
    counted: { one: 'call', many: 'calls' },
    divided: 'answered within the target',
    parts: { over: 'calls', dividend: 'inTarget', divisor: 'targeted' },
    ...ofAllCalls,
    calls: callsCounted('targeted', 'calls answered, or given up after the target'),
  },
  {
    ...{ id: 'speed-of-answer', name: 'Speed of answer', unit: 'ms', better: 'lower' },
    leastSample: 1,
    sentence: 'How long customers waited on average until somebody took their call.',
    formula: 'waits of answered calls ÷ answered calls',
    notes: ['It says nothing of those who gave up: see the abandon rate beside it.'],
    counted: answeredCalls,
    divided: 'waited',
    parts: { over: 'calls', dividend: 'answerMs', divisor: 'answered' },
    ...ofAnyCalls,
    calls: callsCounted('answered', 'answered calls'),
  },
  {
    ...{ id: 'first-response', name: 'First response time', unit: 'ms', better: 'lower' },
    leastSample: 1,
    sentence: 'How long customers waited on average for the first words of an agent.',
    formula:
      'times from the beginning of the wait to the agent’s first words ÷ calls with such words',
    notes: [
      'Spoken or typed, whichever came first.',
      'Without a transcript nobody knows: then it is the time to the answer.',
    ],
    counted: { one: 'call with a response', many: 'calls with a response' },
    divided: 'until the first words',
    parts: { over: 'calls', dividend: 'responseMs', divisor: 'responded' },
    ...ofAnyCalls,
    calls: callsCounted('responded', 'calls with a response'),
  },
  {
    ...{ id: 'offers-not-taken', name: 'Offers not taken', unit: 'share', better: 'lower' },
    leastSample: 1,
    sentence: 'How many times a call rang at a desk and was not taken.',
    formula: '(offers declined + offers that ran out) ÷ offers',
    notes: [
      'An offer that ended because the customer left is an offer, and not one that was not taken.',
      'A call is kept with who took it in the end, so there is no such share of one agent.',
    ],
    counted: { one: 'offer', many: 'offers' },
    divided: 'not taken',
    parts: { over: 'calls', dividend: 'offersMissed', divisor: 'offers' },
    ...{ byAgent: false, byOutcome: true },
    calls: callsCounted('callsOffered', 'calls offered to an agent'),
  },
];

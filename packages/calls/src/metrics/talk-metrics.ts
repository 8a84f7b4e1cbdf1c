import { callsCounted, ofAnyCalls } from './define-metric.ts';
import type { Metric } from './metric.ts';

const talks = { one: 'call', many: 'calls' };
const closedCalls = { one: 'closed call', many: 'closed calls' };

/** How long calls took. */
export const talkMetrics: readonly Metric[] = [
  {
    ...{ id: 'call-duration', name: 'Average call duration', unit: 'ms', better: 'neither' },
    leastSample: 1,
    sentence: 'How long a call lasted on average, from the answer to the end.',
    formula: '(talk + hold) ÷ calls that were answered and are over',
    notes: ['Waits for another agent in the middle of a call are not in it.'],
    counted: talks,
    divided: 'of talk and hold',
    parts: { over: 'calls', dividend: 'durationMs', divisor: 'talked' },
    ...ofAnyCalls,
    calls: callsCounted('talked', 'calls that were answered and are over'),
  },
  {
    ...{ id: 'hold-time', name: 'Hold time', unit: 'ms', better: 'lower', leastSample: 1 },
    sentence: 'How long customers were on hold on average.',
    formula: 'holds ÷ calls that were answered and are over',
    notes: ['Of all calls, those without a hold too. A hold that is open ends with its call.'],
    counted: talks,
    divided: 'on hold',
    parts: { over: 'calls', dividend: 'holdMs', divisor: 'talked' },
    ...ofAnyCalls,
    calls: callsCounted('talked', 'calls that were answered and are over'),
  },
  {
    ...{ id: 'after-call-work', name: 'After-call work', unit: 'ms', better: 'lower' },
    leastSample: 1,
    sentence: 'How long agents wrapped a call up on average.',
    formula: 'wrap-ups ÷ closed calls',
    notes: [
      'Where the system closed a call because its agent had gone, it ends with the last sight.',
    ],
    counted: closedCalls,
    divided: 'of wrap-up',
    parts: { over: 'calls', dividend: 'wrapUpMs', divisor: 'closed' },
    ...ofAnyCalls,
    calls: callsCounted('closed', 'closed calls'),
  },
  {
    ...{ id: 'handle-time', name: 'Handle time', unit: 'ms', better: 'neither', leastSample: 1 },
    sentence: 'How long a call kept its agent busy on average.',
    formula: '(talk + hold + wrap-up) ÷ closed calls',
    notes: ['A call in wrap-up is in neither number until it is closed.'],
    counted: closedCalls,
    divided: 'of talk, hold and wrap-up',
    parts: { over: 'calls', dividend: 'handleMs', divisor: 'closed' },
    ...ofAnyCalls,
    calls: callsCounted('closed', 'closed calls'),
  },
  {
    ...{ id: 'suggestions-used', name: 'Suggestions used', unit: 'share', better: 'neither' },
    leastSample: 1,
    sentence: 'How many of the suggestions that agents could read they used.',
    formula: '(accepted + edited) ÷ (offered − gone within three seconds)',
    notes: ['What was gone within three seconds nobody could read.'],
    counted: { one: 'suggestion', many: 'suggestions' },
    divided: 'used',
    parts: { over: 'calls', dividend: 'suggestionsUsed', divisor: 'suggestionsSeen' },
    ...ofAnyCalls,
    calls: callsCounted('callsHelped', 'calls with suggestions'),
  },
];

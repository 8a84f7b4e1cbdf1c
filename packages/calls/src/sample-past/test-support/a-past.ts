import type { QueueId } from '@agent/protocol';
import type { SamplePastOptions, SampleTopic } from '../sample-past.types.ts';

const outcomes = [
  { id: 'resolved', resolves: true },
  { id: 'follow-up', resolves: false },
  { id: 'other', resolves: false },
];

function topic(id: string, action: SampleTopic['action']): SampleTopic {
  return {
    ...{ id, action, title: `About ${id}`, examples: [`It is about ${id}.`] },
    ...{ suggestion: `Let me see to ${id}[, {name}].`, reasoning: 'As the card has it.' },
    ...{ confidence: 0.8, source: 'Guide', important: false },
  };
}

/** Two days of a small centre; in an autumn with a change of the clocks. */
export function aPast(part: Partial<SamplePastOptions> = {}): SamplePastOptions {
  return {
    ...{ seed: 7, zone: 'Europe/Berlin', callsPerDay: 120, lineEveryMs: 20_000, incidents: [] },
    fromMs: Date.parse('2026-10-24T05:30:00Z'),
    untilMs: Date.parse('2026-10-26T11:10:00Z'),
    queues: [
      { id: 'main' as QueueId, name: 'Main', targetSeconds: 20, outcomes },
      { id: 'billing' as QueueId, name: 'Billing', targetSeconds: 30, outcomes },
    ],
    topics: [topic('late-order', 'explain'), topic('refund', 'offer_refund')],
    ...part,
  };
}

import type { WrapUpOutcome } from '../wrap-up-form/wrap-up-form.tsx';

/** How calls of a queue may turn out. */
export const sampleOutcomes: readonly WrapUpOutcome[] = [
  { id: 'resolved', label: 'Resolved' },
  { id: 'follow-up', label: 'Follow-up needed' },
  { id: 'escalated', label: 'Escalated' },
  { id: 'other', label: 'Other' },
];

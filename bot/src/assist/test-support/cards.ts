import type { FakeCard } from './fake-playbook.ts';

/** A small playbook for whole calls. */
export const cards: readonly FakeCard[] = [
  { id: 'delivery-delay', on: /late/i, doneOn: /check with the carrier/i },
  { id: 'damaged-item', on: /broken/i },
  { id: 'refund-request', on: /refund/i },
  { id: 'card-number', on: /visa/i, important: true, kind: 'must-say' },
  { id: 'double-charge', on: /charged twice/i, important: true },
  { id: 'angry-customer', on: /angry/i, important: true },
  { id: 'never-blame', on: /your fault/i, listensTo: 'agent' },
];

/** What no card of it fits. */
export const strange = 'There is something strange with the thing I have.';

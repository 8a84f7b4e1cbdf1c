import { type AdminQueue, type AdminQueues, queueIdSchema } from '@agent/protocol';
import { aUserId } from '@agent/testing/ids';

/** The agents of these tests. */
export const fakeAgents: AdminQueues['agents'] = [
  ['ann', 'Ann Agent', false],
  ['bob', 'Bob Agent', false],
  ['cat', 'Cat Agent', true],
].map(([username, displayName, disabled], index) => ({
  userId: aUserId(`0193d5d2-8a4e-4a3e-9c39-00000000a00${index}`),
  displayName: String(displayName),
  username: String(username),
  disabled: disabled === true,
}));

/** A queue as our API shows it; what a test cares about is given. */
export function fakeQueue(part: Partial<AdminQueue> = {}): AdminQueue {
  return {
    ...{ id: queueIdSchema.parse('main'), name: 'Main', language: 'en', terms: ['Zipcar'] },
    ...{ target: { percent: 80, seconds: 20 }, recorded: true, recordingNotice: '' },
    ...{ listeningTold: false, cardIds: null, outcomeRequired: true, version: 1 },
    outcomes: [
      { id: 'resolved', label: 'Resolved', resolves: true },
      { id: 'other', label: 'Other', resolves: false },
    ],
    ...{ agents: 1, openCalls: 0, updatedAt: '2026-11-23T10:00:00.000Z', changedBy: null },
    memberIds: fakeAgents.slice(0, 1).map(({ userId }) => userId),
    ...part,
  };
}

/** What `GET /api/admin/queues` answers. */
export function fakeQueues(queues: AdminQueue[], part: Partial<AdminQueues> = {}): AdminQueues {
  return {
    queues,
    agents: fakeAgents,
    cards: [
      { id: 'late-order', title: 'Late order', enabled: true },
      { id: 'refund', title: 'Refund', enabled: true },
      { id: 'old', title: 'Old promise', enabled: false },
    ],
    ...part,
  };
}

import type { AgentStreamState, CallView } from '@agent/protocol';
import { fakeLog } from '@agent/testing/fake-log';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeCallId, fakeCallView, fakeServer } from '#client/test-support/fake-server.ts';
import { fakeSound } from '#client/test-support/fake-sound.ts';
import { AgentDesk } from '../agent-desk.tsx';

/** What the agent's stream tells; what a test cares about is given. */
export const desk = (part: Partial<AgentStreamState> = {}): AgentStreamState => ({
  status: 'available',
  statusSince: '2026-11-23T10:00:00.000Z',
  queues: [fakeCallView().queue],
  queue: { waiting: 0, longestWaitMs: null },
  offer: null,
  call: null,
  suggestionDensity: 'all',
  ...part,
});
/** Maria is waiting. */
export const offer = {
  callId: fakeCallId,
  queue: fakeCallView().queue,
  customerName: 'Maria Santos',
  waitedMs: 80_000,
  expiresAt: '2026-11-23T10:00:20.000Z',
  remainingMs: 20_000,
  transcribed: true,
  answeredBefore: false,
};
/** How calls of its queue may turn out. */
export const outcomes = [
  { id: 'resolved', label: 'Resolved', resolves: true },
  { id: 'follow-up', label: 'Follow-up needed', resolves: false },
  { id: 'escalated', label: 'Escalated', resolves: false },
  { id: 'other', label: 'Other', resolves: false },
];
/** A call as its agent sees it. */
export const agentCall = (part: Partial<CallView>) =>
  fakeCallView({
    viewer: 'agent',
    agentName: 'Alex Agent',
    answeredAt: '2026-11-23T10:01:00.000Z',
    wrapUp: { disposition: null, notes: '', lines: [], outcomes, outcomeRequired: true },
    ...part,
  });

/** The desk of an agent against a fake server, with the log that the call at hand has. */
export function openDesk(log = fakeLog()) {
  const server = fakeServer({
    'POST /api/agent/status': () => ({ status: 204 }),
    'POST /api/calls/:id/offer/accept': () => ({
      status: 200,
      body: agentCall({ status: 'active' }),
    }),
    'POST /api/calls/:id/offer/decline': () => ({ status: 204 }),
    'GET /api/calls/:id/events': () => ({ status: 200, body: log.page() }),
    'POST /api/calls/:id/token': () => ({
      status: 200,
      body: { url: 'ws://127.0.0.1:7880', token: 't', identity: 'a' },
    }),
    'POST /api/calls/:id/hold': () => ({ status: 204 }),
    'POST /api/calls/:id/hangup': () => ({ status: 204 }),
    'PUT /api/calls/:id/wrap-up': () => ({ status: 204 }),
    'POST /api/calls/:id/wrap-up': () => ({ status: 204 }),
  });
  const sound = fakeSound();
  render(<AgentDesk displayName="Alex Agent" theme="system" />);
  return { server, log, sound, user: userEvent.setup() };
}

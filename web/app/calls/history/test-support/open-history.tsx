import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing';
import { staffQueryClient } from '#client/staff/staff-query-client.ts';
import { fakeServer } from '#client/test-support/fake-server.ts';
import { fakeSession, fakeSessionPage } from '#client/test-support/fake-session.ts';
import { SessionHistory } from '../session-history.tsx';

type Routes = Parameters<typeof fakeServer>[0];

/** The route of the list. */
export const LIST = 'GET /api/sessions';

/** The list against a fake server that has two calls, as somebody has opened it. */
export function openHistory({
  address = '',
  isOverseer = true,
  routes = {},
}: {
  address?: string;
  isOverseer?: boolean;
  routes?: Routes;
} = {}) {
  const server = fakeServer({
    [LIST]: () => ({ status: 200, body: fakeSessionPage([fakeSession(1), fakeSession(2)]) }),
    'GET /api/sessions/choices': () => ({
      status: 200,
      body: {
        queues: [{ id: 'main', name: 'Main' }],
        outcomes: [
          { id: 'resolved', label: 'Resolved' },
          { id: 'escalated', label: 'Escalated' },
        ],
      },
    }),
    'GET /api/sessions/agents': () => ({
      status: 200,
      body: { agents: [{ userId: fakeSession(1).agentId, displayName: 'Alex Agent' }] },
    }),
    ...routes,
  });
  const updates: UrlUpdateEvent[] = [];
  render(
    <NuqsTestingAdapter
      searchParams={address}
      hasMemory
      rateLimitFactor={0}
      onUrlUpdate={(update) => updates.push(update)}
    >
      <QueryClientProvider client={staffQueryClient()}>
        <SessionHistory isOverseer={isOverseer} />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
  return {
    server,
    user: userEvent.setup(),
    /** Each change of the address, with what it did to the way back. */
    steps: () => updates.map(({ queryString, options }) => [options.history, queryString]),
  };
}

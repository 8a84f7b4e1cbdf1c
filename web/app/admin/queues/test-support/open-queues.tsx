import type { AdminQueue, AdminQueues } from '@agent/protocol';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing';
import { UnsavedProvider } from '#client/admin/unsaved.tsx';
import { staffQueryClient } from '#client/staff/staff-query-client.ts';
import { fakeQueue, fakeQueues } from '#client/test-support/fake-admin-queue.ts';
import { fakeServer } from '#client/test-support/fake-server.ts';
import { QueuesPage } from '../queues-page.tsx';

type Routes = Parameters<typeof fakeServer>[0];

export const LIST = 'GET /api/admin/queues';
export const ADD = 'POST /api/admin/queues';
export const CHANGE = 'PATCH /api/admin/queues/main';
export const REMOVE = 'DELETE /api/admin/queues/main';

/** The page against a fake server whose queues a test can change. */
export function openQueues({
  queues = [fakeQueue()],
  address = '',
  routes = {},
  choices = {},
}: {
  queues?: AdminQueue[];
  address?: string;
  routes?: Routes;
  choices?: Partial<AdminQueues>;
} = {}) {
  const stored = { queues };
  const server = fakeServer({
    [LIST]: () => ({ status: 200, body: fakeQueues(stored.queues, choices) }),
    [CHANGE]: (body) => {
      const { addMembers = [], removeMembers = [], ...change } = body as Record<string, never>;
      const [main = fakeQueue(), ...others] = stored.queues;
      const memberIds = [...main.memberIds, ...addMembers].filter(
        (id) => !(removeMembers as string[]).includes(id),
      );
      const changed = { ...main, ...change, memberIds, version: main.version + 1 };
      stored.queues = [changed, ...others];
      return { status: 200, body: changed };
    },
    ...routes,
  });
  const client = staffQueryClient();
  const updates: UrlUpdateEvent[] = [];
  const page = (
    <NuqsTestingAdapter
      searchParams={address}
      hasMemory
      rateLimitFactor={0}
      onUrlUpdate={(update) => updates.push(update)}
    >
      <QueryClientProvider client={client}>
        <UnsavedProvider>
          <QueuesPage />
        </UnsavedProvider>
      </QueryClientProvider>
    </NuqsTestingAdapter>
  );
  const { container } = render(page);
  return {
    server,
    stored,
    container,
    user: userEvent.setup(),
    /** Looks at the server as the page does every few seconds. */
    lookAgain: () => client.invalidateQueries(),
    addresses: () => updates.map(({ queryString }) => queryString),
  };
}

import type { CardChangeRequest, StoredCard } from '@agent/protocol';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing';
import { UnsavedProvider } from '#client/admin/unsaved.tsx';
import { staffQueryClient } from '#client/staff/staff-query-client.ts';
import { fakeCard, fakeCardSummary, fakeStoredCard } from '#client/test-support/fake-card.ts';
import { fakeServer } from '#client/test-support/fake-server.ts';
import { PlaybookPage } from '../playbook-page.tsx';

type Routes = Parameters<typeof fakeServer>[0];

export const LIST = 'GET /api/admin/playbook';
export const ONE = 'GET /api/admin/playbook/refund-request';
export const CHANGE = 'PUT /api/admin/playbook/refund-request';
export const VERSIONS = 'GET /api/admin/playbook/refund-request/versions';
export const RESTORE = 'POST /api/admin/playbook/refund-request/restore';
export const TRY = 'POST /api/admin/playbook/try';
export const refund = { address: '?card=refund-request' };

/** The page against a fake server that has two cards and takes changes of one. */
export function openPlaybook({
  address = '',
  stored: first = fakeStoredCard(),
  routes = {},
}: {
  address?: string;
  stored?: StoredCard;
  routes?: Routes;
} = {}) {
  const stored = { card: first };
  const delay = fakeStoredCard({ card: fakeCard({ id: 'delay', title: 'A parcel is late' }) });
  const server = fakeServer({
    [LIST]: () => ({
      status: 200,
      body: { cards: [delay, stored.card].map(fakeCardSummary), total: 2 },
    }),
    [ONE]: () => ({ status: 200, body: stored.card }),
    'GET /api/admin/playbook/delay': () => ({ status: 200, body: delay }),
    [CHANGE]: (body) => {
      const { card, enabled } = body as CardChangeRequest;
      stored.card = {
        ...stored.card,
        version: stored.card.version + 1,
        card: card ?? stored.card.card,
        enabled: enabled ?? stored.card.enabled,
        lastChange: { ...stored.card.lastChange, why: 'edited', byName: 'Ada Admin' },
      };
      return { status: 200, body: stored.card };
    },
    ...routes,
  });
  const updates: UrlUpdateEvent[] = [];
  const { container } = render(
    <NuqsTestingAdapter
      searchParams={address}
      hasMemory
      rateLimitFactor={0}
      onUrlUpdate={(update) => updates.push(update)}
    >
      <QueryClientProvider client={staffQueryClient()}>
        <UnsavedProvider>
          <PlaybookPage />
        </UnsavedProvider>
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  );
  return {
    server,
    stored,
    container,
    user: userEvent.setup(),
    addresses: () => updates.map(({ queryString }) => queryString),
  };
}

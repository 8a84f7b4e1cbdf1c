import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing';
import type { ReactNode } from 'react';
import { staffQueryClient } from '#client/staff/staff-query-client.ts';
import { fakeAlerts } from '#client/test-support/fake-alerts.ts';
import { fakeAgentDay } from '#client/test-support/fake-figures.ts';
import { fakeSampleData } from '#client/test-support/fake-sample-data.ts';
import { fakeServer } from '#client/test-support/fake-server.ts';
import { figuresOf } from './figures-of.ts';

type Routes = Parameters<typeof fakeServer>[0];

/** The route of all figures. */
export const FIGURES = 'GET /api/metrics';
/** The route of sample data. */
export const SAMPLE_DATA = 'GET /api/sample-data';
/** Whose figures and days there are. */
export const ALEX = '0193d5d2-8a4e-4a3e-9c39-00000000a001';
/** The route of a day of that agent. */
export const DAY = `GET /api/agents/${ALEX}/day`;

/** A page of figures against a fake server that has some, as somebody has opened it. */
export function openFigures(
  page: ReactNode,
  { address = '', routes = {} }: { address?: string; routes?: Routes } = {},
) {
  const server = fakeServer({
    [FIGURES]: (_body, _path, query) => ({ status: 200, body: figuresOf(query) }),
    [DAY]: () => ({ status: 200, body: fakeAgentDay() }),
    'GET /api/metrics/alerts': () => ({ status: 200, body: fakeAlerts() }),
    [SAMPLE_DATA]: () => ({ status: 200, body: fakeSampleData() }),
    'HEAD /api/wall': () => ({ status: 200 }),
    'GET /api/sessions/choices': () => ({
      status: 200,
      body: {
        queues: [
          { id: 'main', name: 'Main' },
          { id: 'billing', name: 'Billing' },
        ],
        outcomes: [{ id: 'resolved', label: 'Resolved' }],
      },
    }),
    'GET /api/sessions/agents': () => ({
      status: 200,
      body: { agents: [{ userId: ALEX, displayName: 'Alex Agent' }] },
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
      <QueryClientProvider client={staffQueryClient()}>{page}</QueryClientProvider>
    </NuqsTestingAdapter>,
  );
  return {
    server,
    user: userEvent.setup(),
    /** The address after each change. */
    addresses: () => updates.map(({ queryString }) => queryString),
  };
}

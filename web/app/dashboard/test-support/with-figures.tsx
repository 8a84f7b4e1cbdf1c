import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsTestingAdapter } from 'nuqs/adapters/testing';
import { type ReactNode, useState } from 'react';
import { StaffFrame } from '#client/staff/staff-frame.tsx';
import type { StaffPage } from '#client/staff/staff-pages.ts';
import { staffQueryClient } from '#client/staff/staff-query-client.ts';
import { fakeAlert, fakeAlerts } from '#client/test-support/fake-alerts.ts';
import { fakeAnalytics, fakeManyCards } from '#client/test-support/fake-analytics.ts';
import { fakeAgentDay, fakeMetrics } from '#client/test-support/fake-figures.ts';
import { fakeReports } from '#client/test-support/fake-reports.ts';
import { fakeSampleData } from '#client/test-support/fake-sample-data.ts';
import { figuresOf } from './figures-of.ts';

/** What the server of a story has; `many`: a large playbook, too. */
export type StoryPast = 'busy' | 'many' | 'none' | 'away' | 'slow';

/** A page of figures in its frame, before a server that a story makes up. */
export function WithFigures({
  here,
  address = '',
  past = 'busy',
  children,
}: {
  here: StaffPage['name'];
  address?: string;
  past?: StoryPast;
  children: ReactNode;
}) {
  const [client] = useState(() => {
    globalThis.fetch = (input) => answer(new URL(String(input), 'http://story.invalid'), past);
    globalThis.EventSource = StoryStream as unknown as typeof EventSource;
    return staffQueryClient();
  });
  const role = here === 'my-figures' ? 'agent' : 'supervisor';
  return (
    <NuqsTestingAdapter searchParams={address} hasMemory>
      <QueryClientProvider client={client}>
        <StaffFrame here={here} staffRole={role}>
          {children}
        </StaffFrame>
      </QueryClientProvider>
    </NuqsTestingAdapter>
  );
}

function answer({ pathname, searchParams }: URL, past: StoryPast): Promise<Response> {
  if (past === 'slow') return new Promise(() => undefined);
  if (past === 'away') return Promise.reject(new TypeError('away'));
  if (pathname === '/api/metrics') {
    const none = { since: null, groups: [] };
    return json(past === 'none' ? fakeMetrics(none) : figuresOf(searchParams));
  }
  if (pathname === '/api/analytics') {
    const none = { since: null, offered: 0, answered: 0, cards: [], outcomes: [], changed: [] };
    const many = { cards: fakeManyCards(42) };
    return json(fakeAnalytics(past === 'none' ? none : past === 'many' ? many : {}));
  }
  if (pathname === '/api/reports') {
    return json(fakeReports(past === 'none' ? { schedules: [], files: [] } : {}));
  }
  if (pathname.endsWith('/day')) return json(fakeAgentDay());
  if (pathname === '/api/sessions/agents') {
    const userId = '0193d5d2-8a4e-4a3e-9c39-00000000a001';
    return json({ agents: [{ userId, displayName: 'Alex Agent' }] });
  }
  if (pathname === '/api/metrics/alerts') return json(fakeAlerts({ open: [fakeAlert()] }));
  if (pathname === '/api/sample-data') return json(fakeSampleData());
  return json({
    queues: [
      { id: 'main', name: 'Main' },
      { id: 'billing', name: 'Billing' },
    ],
    outcomes: [{ id: 'resolved', label: 'Resolved' }],
  });
}

function json(body: unknown): Promise<Response> {
  return Promise.resolve(new Response(JSON.stringify(body), { status: 200 }));
}

const queue = { id: 'main', name: 'Main' };
const idOf = (n: number) => `0193d5d2-8a4e-4a3e-9c39-00000000d00${n}`;

/** The wall of a busy moment, told every two seconds. */
class StoryStream {
  readyState = 1;
  onmessage: ((event: { data: string }) => void) | null = null;
  readonly #timer = setInterval(() => this.#tell(), 2_000);

  constructor() {
    setTimeout(() => this.#tell(), 0);
  }

  addEventListener(): void {
    // Nobody takes its place.
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #tell(): void {
    const since = new Date(Date.now() - 80_000).toISOString();
    const statuses = [
      'available',
      'available',
      'on-call',
      'on-call',
      'on-call',
      'wrap-up',
      'break',
    ];
    const known = { userId: idOf(9), name: 'Alex Agent', queues: [queue], since };
    const update = {
      ...{ kind: 'whole', at: new Date().toISOString(), order: [1, 2, 3].map(idOf) },
      today: { inTarget: 335, targeted: 398 },
      calls: [1, 2, 3].map((n) => ({
        ...{ callId: idOf(n), queue, customerName: 'Maria Santos', agent: null, answeredAt: since },
        ...{ heldSince: n === 1 ? since : null, transcribed: true, listeningTold: false },
        ...{ alerts: [], sentiment: [], lastWords: null, listeners: [] },
      })),
      waiting: [4, 5].map((n) => ({
        ...{ callId: idOf(n), queue, customerName: 'Tom Becker', since, isOffered: false },
      })),
      agents: statuses.map((status) => ({ ...known, status, breakReason: null })),
    };
    this.onmessage?.({ data: JSON.stringify(update) });
  }
}

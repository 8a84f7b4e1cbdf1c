import { onlineManager } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SLOW_POLL_MS } from '#client/figures/use-figures.ts';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { fakeAlert, fakeAlerts } from '#client/test-support/fake-alerts.ts';
import { fakeMetrics, noFigure } from '#client/test-support/fake-figures.ts';
import { fakeSampleData } from '#client/test-support/fake-sample-data.ts';
import { apiError } from '#client/test-support/fake-server.ts';
import {
  fakeWaiting,
  fakeWallAgent,
  fakeWallCall,
  fakeWallUpdate,
} from '#client/test-support/fake-wall.ts';
import { DashboardPage } from './dashboard-page.tsx';
import { ALEX, FIGURES, openFigures, SAMPLE_DATA } from './test-support/open-figures.tsx';

/** Eighteen tiles, a chart and a map of a week are much for a browser that is none. */
vi.setConfig({ testTimeout: 60_000 });

const viewer = { userId: ALEX, role: 'admin' } as const;

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

/** By its heading: to look for roles among so many elements takes seconds here. */
const under = async (name: string, heading: string, of: string) =>
  (await screen.findByText(name, { selector: heading })).closest(of) as HTMLElement;
const tile = (name: string) => under(name, 'article h3', 'article');
const chart = async (name: string) =>
  within(await under(name, '.aui-chart-frame h3', '.aui-chart-frame'));
const now = () => document.querySelector('.now-row')?.textContent;
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();

describe('now', () => {
  it('is told from the same news as the wall', async () => {
    const { server } = openFigures(<DashboardPage viewer={viewer} />);
    await server.push(
      fakeWallUpdate({
        calls: [fakeWallCall(1), fakeWallCall(2, { heldSince: ago(9) })],
        waiting: [fakeWaiting({ since: ago(80) })],
        agents: [fakeWallAgent(), fakeWallAgent({ status: 'wrap-up' })],
        today: { inTarget: 84, targeted: 100 },
      }),
    );
    await waitFor(() => expect(now()).toContain('84\u00a0%84 of 100 in time'));
    expect(now()).toMatch(/Waiting1longest 1:2\d/);
    expect(now()).toContain('Active calls21 on hold');
    expect(now()).toContain('Agents on duty21 available · 1 wrap-up');
  });

  it('fetches figures again when the wall tells of the end of a call, and waits for no turn', async () => {
    const { server } = openFigures(<DashboardPage viewer={viewer} />);
    await server.push(fakeWallUpdate({ calls: [fakeWallCall(1)] }));
    await tile('Answered');
    server.routes[FIGURES] = () => ({
      status: 200,
      body: fakeMetrics({}, { answered: { value: 378, n: 378 } }),
    });
    await server.push(fakeWallUpdate({ kind: 'changes', calls: [], order: [] }));
    await waitFor(async () => expect((await tile('Answered')).textContent).toContain('378'), {
      timeout: SLOW_POLL_MS - 2_000,
    });
  });
});

describe('the tiles', () => {
  it('tell value, sample and change, and lead to the calls', async () => {
    openFigures(<DashboardPage viewer={viewer} />);
    const speed = within(await tile('Speed of answer'));
    expect(speed.getByTitle('Show the calls').getAttribute('href')).toBe(
      '/calls/history?metric=speed-of-answer&from=2026-11-30&to=2026-11-30',
    );
    expect(speed.getByText('377 answered calls')).toBeTruthy();
    expect((await tile('Offered')).textContent).toContain('calls, 3 still wait');
    expect(document.querySelectorAll('article')).toHaveLength(18);
    expect(screen.getByText(/30 Nov, compared with 23 Nov until the same time/)).toBeTruthy();
    // The charts are looked at in a real browser, by their stories.
    for (const part of ['.dashboard-head', '.now-row', '.figure-groups']) {
      expect(await axeFaults(document.querySelector(part) ?? undefined), part).toEqual([]);
    }
  });

  it('open what they mean, with the numbers of now put in', async () => {
    const { user } = openFigures(<DashboardPage viewer={viewer} />);
    const speed = within(await tile('Speed of answer'));
    await user.click(speed.getByRole('button', { name: 'What is Speed of answer?' }));
    expect(speed.getByText(/÷ 377 answered calls = 18 s$/)).toBeTruthy();
    expect(speed.getByRole('link', { name: 'The 377 calls' })).toBeTruthy();
  });

  it('say why there is no value', async () => {
    const figures = { csat: noFigure('too-few', 4), 'abandon-rate': noFigure('not-by-agent') };
    openFigures(<DashboardPage viewer={viewer} />, {
      routes: { [FIGURES]: () => ({ status: 200, body: fakeMetrics({}, figures) }) },
    });
    expect((await tile('CSAT')).textContent).toContain('4 ratings; fewer than 10 say too little.');
    expect((await tile('Abandon rate')).textContent).toContain(
      'There is no such figure of one agent.',
    );
  });
});

describe('the address', () => {
  it('is asked of the server as it was opened, without what cannot be read', async () => {
    const address = '?period=28-days&queue=billing&outcome=resolved&agent=nobody&by=century';
    const { server } = openFigures(<DashboardPage viewer={viewer} />, { address });
    await tile('Offered');
    expect(server.queries(FIGURES)).toContain(
      'period=28-days&queue=billing&outcome=resolved&by=day',
    );
  });

  it('keeps each choice', async () => {
    const { user, server, addresses } = openFigures(<DashboardPage viewer={viewer} />);
    await tile('Offered');
    await user.click(screen.getByLabelText('7 days'));
    await user.selectOptions(await screen.findByLabelText('Queue'), 'Billing');
    await waitFor(() => expect(addresses().at(-1)).toBe('?period=7-days&queue=billing'));
    await waitFor(() =>
      expect(server.queries(FIGURES)).toContain('period=7-days&queue=billing&by=day'),
    );
  });

  it('says what is wrong with days that run backwards', async () => {
    openFigures(<DashboardPage viewer={viewer} />, {
      address: '?period=own&from=2026-11-09&to=2026-11-01',
      routes: { [FIGURES]: () => apiError(400, 'invalid-input') },
    });
    expect(await screen.findByText('The figures could not be fetched')).toBeTruthy();
  });
});

describe('the charts', () => {
  it('have the same in numbers, beside the period before, and a file of them', async () => {
    const { user, server } = openFigures(<DashboardPage viewer={viewer} />, {
      address: '?period=28-days',
    });
    const offered = await chart('Offered');
    await user.click(offered.getByText('As a table'));
    expect(
      await offered.findByRole('columnheader', { name: '6 Oct – 2 Nov (before)' }),
    ).toBeTruthy();
    expect(offered.getAllByRole('row')).toHaveLength(29);
    expect(offered.getByText('Export as CSV').getAttribute('href')).toBe(
      '/api/reports/figures.csv?period=28-days&by=day',
    );
    expect(server.queries(FIGURES)).toContain(
      'by=day&from=2026-10-06&to=2026-11-02&figures=offered',
    );
  });

  it('show any figure by agent', async () => {
    const { user, addresses } = openFigures(<DashboardPage viewer={viewer} />);
    const offered = await chart('Offered');
    await user.selectOptions(offered.getByLabelText('Figure'), 'Handle time');
    await user.selectOptions(offered.getByLabelText('Split by'), 'By agent');
    await waitFor(() => expect(addresses().at(-1)).toBe('?figure=handle-time&by=agent'));
    const handled = await chart('Handle time');
    await user.click(handled.getByText('As a table'));
    expect(await handled.findByText('Priya Raghunathan')).toBeTruthy();
  });

  it('show the hours of a week, of four weeks where the period is shorter', async () => {
    const { server } = openFigures(<DashboardPage viewer={viewer} />);
    const cell = await screen.findByLabelText('Monday 13:00: 82 calls');
    expect(cell.dataset.level).toBe('4');
    expect(server.queries(FIGURES)).toContain(
      'period=28-days&by=weekday-hour&figures=offered%2Cservice-level',
    );
  });
});

describe('without figures', () => {
  it('shows their shape while they come', () => {
    openFigures(<DashboardPage viewer={viewer} />, {
      routes: { [FIGURES]: () => new Promise(() => undefined) },
    });
    expect(screen.getByText('Loading figures…')).toBeTruthy();
    expect(document.querySelector('article')).toBeNull();
  });

  it('says what happened, and tries again', async () => {
    const { server, user } = openFigures(<DashboardPage viewer={viewer} />, {
      routes: { [FIGURES]: () => apiError(400, 'invalid-input') },
    });
    await screen.findByText('The figures could not be fetched');
    server.routes[FIGURES] = () => ({ status: 200, body: fakeMetrics() });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await tile('Offered');
    expect(screen.queryByText('The figures could not be fetched')).toBeNull();
  });

  it('says that one has been signed out', async () => {
    openFigures(<DashboardPage viewer={viewer} />, {
      routes: { [FIGURES]: () => apiError(401, 'not-signed-in') },
    });
    expect(await screen.findByText('You have been signed out')).toBeTruthy();
  });

  it('says that there is no connection', async () => {
    act(() => onlineManager.setOnline(false));
    openFigures(<DashboardPage viewer={viewer} />);
    expect(await screen.findByText('You are offline')).toBeTruthy();
  });
});

describe('sample data', () => {
  const none = {
    [FIGURES]: () => ({ status: 200, body: fakeMetrics({ since: null, groups: [] }) }),
  };

  it('is offered to administrators where there are no calls, and comes while one looks on', async () => {
    const { user, server } = openFigures(<DashboardPage viewer={viewer} />, { routes: none });
    const adding = fakeSampleData({ state: 'adding', callsWanted: 6_000 });
    server.routes['POST /api/sample-data'] = () => ({ status: 202, body: adding });
    server.routes[SAMPLE_DATA] = () => ({ status: 200, body: { ...adding, callsDone: 1_250 } });
    await user.click(await screen.findByRole('button', { name: 'Try sample data' }));
    expect(
      await screen.findByText('1,250 of about 6,000 calls', {}, { timeout: 4_000 }),
    ).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Adding sample data' })).toBeTruthy();
    server.routes[SAMPLE_DATA] = () => ({
      status: 200,
      body: { ...adding, state: 'ready', callsDone: 5_900, callsWanted: 5_900 },
    });
    server.routes[FIGURES] = () => ({ status: 200, body: fakeMetrics() });
    expect(await screen.findByText(/5,900 made-up calls/, {}, { timeout: 4_000 })).toBeTruthy();
    expect(await tile('Offered')).toBeTruthy();
  });

  it('is marked for all, and taken away by administrators with one click', async () => {
    const ready = fakeSampleData({ state: 'ready', callsDone: 5_900, callsWanted: 5_900 });
    const routes = { [SAMPLE_DATA]: () => ({ status: 200, body: ready }) };
    const { user, server } = openFigures(<DashboardPage viewer={viewer} />, { routes });
    server.routes['DELETE /api/sample-data'] = () => ({
      status: 202,
      body: { ...ready, state: 'removing' },
    });
    await user.click(await screen.findByRole('button', { name: 'Remove sample data' }));
    expect(server.sent('DELETE /api/sample-data')).toHaveLength(1);
    cleanup();
    openFigures(<DashboardPage viewer={{ ...viewer, role: 'supervisor' }} />, { routes });
    expect(await screen.findByText(/An administrator can remove them/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Remove sample data' })).toBeNull();
  });

  it('says why it could not be added', async () => {
    const { user } = openFigures(<DashboardPage viewer={viewer} />, {
      routes: { ...none, 'POST /api/sample-data': () => apiError(409, 'conflict') },
    });
    await user.click(await screen.findByRole('button', { name: 'Try sample data' }));
    expect((await screen.findByRole('alert')).textContent).toContain('It is conflict.');
  });
});

it('says what is out of line above the figures', async () => {
  openFigures(<DashboardPage viewer={viewer} />, {
    routes: {
      'GET /api/metrics/alerts': () => ({ status: 200, body: fakeAlerts({ open: [fakeAlert()] }) }),
    },
  });
  expect(await screen.findByText(/Handle time 8:30/)).toBeTruthy();
  await waitFor(async () =>
    expect(await axeFaults(document.querySelector('.figure-alerts') ?? undefined)).toEqual([]),
  );
});

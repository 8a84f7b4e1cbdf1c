import { onlineManager } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SLOW_POLL_MS } from '#client/figures/use-figures.ts';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { fakeMetrics, noFigure } from '#client/test-support/fake-figures.ts';
import { apiError } from '#client/test-support/fake-server.ts';
import {
  fakeWaiting,
  fakeWallAgent,
  fakeWallCall,
  fakeWallUpdate,
} from '#client/test-support/fake-wall.ts';
import { DashboardPage } from './dashboard-page.tsx';
import { FIGURES, openFigures } from './test-support/open-figures.tsx';

/** Eighteen tiles, a chart and a map of a week are much for a browser that is none. */
vi.setConfig({ testTimeout: 60_000 });

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
    const { server } = openFigures(<DashboardPage />);
    await server.push(
      fakeWallUpdate({
        calls: [fakeWallCall(1), fakeWallCall(2, { heldSince: ago(9) })],
        waiting: [fakeWaiting({ since: ago(80) })],
        agents: [fakeWallAgent(), fakeWallAgent({ status: 'wrap-up' })],
        today: { inTarget: 84, targeted: 100 },
      }),
    );
    await waitFor(() => expect(now()).toContain('84 %84 of 100 in time'));
    expect(now()).toMatch(/Waiting1longest 1:2\d/);
    expect(now()).toContain('Active calls21 on hold');
    expect(now()).toContain('Agents on duty21 available · 1 wrap-up');
  });

  it('fetches figures again when the wall tells of the end of a call, and waits for no turn', async () => {
    const { server } = openFigures(<DashboardPage />);
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
    openFigures(<DashboardPage />);
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
    const { user } = openFigures(<DashboardPage />);
    const speed = within(await tile('Speed of answer'));
    await user.click(speed.getByRole('button', { name: 'What is Speed of answer?' }));
    expect(speed.getByText(/÷ 377 answered calls = 18 s$/)).toBeTruthy();
    expect(speed.getByRole('link', { name: 'The 377 calls' })).toBeTruthy();
  });

  it('say why there is no value', async () => {
    const figures = { csat: noFigure('too-few', 4), 'abandon-rate': noFigure('not-by-agent') };
    openFigures(<DashboardPage />, {
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
    const { server } = openFigures(<DashboardPage />, { address });
    await tile('Offered');
    expect(server.queries(FIGURES)).toContain(
      'period=28-days&queue=billing&outcome=resolved&by=day',
    );
  });

  it('keeps each choice', async () => {
    const { user, server, addresses } = openFigures(<DashboardPage />);
    await tile('Offered');
    await user.click(screen.getByLabelText('7 days'));
    await user.selectOptions(await screen.findByLabelText('Queue'), 'Billing');
    await waitFor(() => expect(addresses().at(-1)).toBe('?period=7-days&queue=billing'));
    await waitFor(() =>
      expect(server.queries(FIGURES)).toContain('period=7-days&queue=billing&by=day'),
    );
  });

  it('says what is wrong with days that run backwards', async () => {
    openFigures(<DashboardPage />, {
      address: '?period=own&from=2026-11-09&to=2026-11-01',
      routes: { [FIGURES]: () => apiError(400, 'invalid-input') },
    });
    expect(await screen.findByText('The figures could not be fetched')).toBeTruthy();
  });
});

describe('the charts', () => {
  it('have the same in numbers, beside the period before, and a file of them', async () => {
    const { user, server } = openFigures(<DashboardPage />, { address: '?period=28-days' });
    const offered = await chart('Offered');
    await user.click(offered.getByText('As a table'));
    expect(
      await offered.findByRole('columnheader', { name: '6 Oct – 2 Nov (before)' }),
    ).toBeTruthy();
    expect(offered.getAllByRole('row')).toHaveLength(29);
    expect(offered.getByText('Export as CSV').getAttribute('href')).toBe(
      '/api/reports/figures.csv?period=28-days&by=day',
    );
    expect(server.queries(FIGURES)).toContain('by=day&from=2026-10-06&to=2026-11-02');
  });

  it('show any figure by agent', async () => {
    const { user, addresses } = openFigures(<DashboardPage />);
    const offered = await chart('Offered');
    await user.selectOptions(offered.getByLabelText('Figure'), 'Handle time');
    await user.selectOptions(offered.getByLabelText('Split by'), 'By agent');
    await waitFor(() => expect(addresses().at(-1)).toBe('?figure=handle-time&by=agent'));
    const handled = await chart('Handle time');
    await user.click(handled.getByText('As a table'));
    expect(await handled.findByText('Priya Raghunathan')).toBeTruthy();
  });

  it('show the hours of a week, of four weeks where the period is shorter', async () => {
    const { server } = openFigures(<DashboardPage />);
    const cell = await screen.findByLabelText('Monday 13:00: 82 calls');
    expect(cell.dataset.level).toBe('4');
    expect(server.queries(FIGURES)).toContain('period=28-days&by=weekday-hour');
  });
});

describe('without figures', () => {
  it('shows their shape while they come', () => {
    openFigures(<DashboardPage />, { routes: { [FIGURES]: () => new Promise(() => undefined) } });
    expect(screen.getByText('Loading figures…')).toBeTruthy();
    expect(document.querySelector('article')).toBeNull();
  });

  it('says what happened, and tries again', async () => {
    const { server, user } = openFigures(<DashboardPage />, {
      routes: { [FIGURES]: () => apiError(400, 'invalid-input') },
    });
    await screen.findByText('The figures could not be fetched');
    server.routes[FIGURES] = () => ({ status: 200, body: fakeMetrics() });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await tile('Offered');
    expect(screen.queryByText('The figures could not be fetched')).toBeNull();
  });

  it('says that one has been signed out', async () => {
    openFigures(<DashboardPage />, {
      routes: { [FIGURES]: () => apiError(401, 'not-signed-in') },
    });
    expect(await screen.findByText('You have been signed out')).toBeTruthy();
  });

  it('says that there is no connection', async () => {
    act(() => onlineManager.setOnline(false));
    openFigures(<DashboardPage />);
    expect(await screen.findByText('You are offline')).toBeTruthy();
  });

  it('offers sample data where no call has ever been', async () => {
    openFigures(<DashboardPage />, {
      routes: { [FIGURES]: () => ({ status: 200, body: fakeMetrics({ since: null }) }) },
    });
    expect(await screen.findByText('No calls yet')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Try sample data' })).toBeTruthy();
    expect(document.querySelector('article')).toBeNull();
  });
});

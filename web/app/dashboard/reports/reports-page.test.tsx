import { onlineManager } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { FAKE_FILE, FAKE_SCHEDULE, fakeReports } from '#client/test-support/fake-reports.ts';
import { apiError } from '#client/test-support/fake-server.ts';
import { ALEX, openFigures } from '../test-support/open-figures.tsx';
import { ReportsPage } from './reports-page.tsx';

vi.setConfig({ testTimeout: 60_000 });

const REPORTS = 'GET /api/reports';

beforeEach(() => {
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL() {} }),
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

function open(routes: Parameters<typeof openFigures>[1] = {}) {
  return openFigures(<ReportsPage userId={ALEX} />, {
    address: routes.address ?? '',
    routes: {
      [REPORTS]: () => ({ status: 200, body: fakeReports() }),
      'POST /api/reports/look': () => ({ status: 204 }),
      ...routes.routes,
    },
  });
}
const asked = ({ server }: ReturnType<typeof open>, route: string) =>
  server.asked.filter((one) => one.route === route);

it('lists what is made regularly and what came of it: new, or why it was not made', async () => {
  const opened = open();
  expect(await screen.findByText(/every Monday at 7:00 · Billing/)).toBeTruthy();
  expect(screen.getByText(/Next: Mon,? 7 Dec,? (at )?0?7:00/)).toBeTruthy();
  expect(screen.getAllByText('New')).toHaveLength(2);
  expect(screen.getByText(/34,112 calls/)).toBeTruthy();
  const links = screen.getAllByRole('link', { name: /Download Week of orders/ });
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    `/api/reports/files/${FAKE_FILE}`,
  ]);
  await waitFor(() => expect(asked(opened, 'POST /api/reports/look')).toHaveLength(1));
  expect(screen.getByRole('link', { name: 'Reports' }).getAttribute('aria-current')).toBe('page');
  expect(await axeFaults()).toEqual([]);
});

it('makes a file of the period and filters above, by keyboard, and says how it went', async () => {
  const opened = open({
    address: '?period=28-days&queue=billing',
    routes: { 'GET /api/reports/figures.csv': () => ({ status: 200, body: { made: true } }) },
  });
  const kind = await screen.findByRole('radio', { name: /Figures as CSV/ });
  kind.focus();
  await opened.user.keyboard(' ');
  await opened.user.click(screen.getByRole('button', { name: 'Make it' }));
  expect(await screen.findByText(/was saved/)).toBeTruthy();
  expect(asked(opened, 'GET /api/reports/figures.csv')).toMatchObject([
    { query: 'period=28-days&queue=billing&by=day' },
  ]);
});

it('says why a file could not be made', async () => {
  const { user } = open({
    routes: { 'GET /api/reports/calls.csv': () => apiError(503, 'unavailable') },
  });
  await user.click(await screen.findByRole('button', { name: 'Make it' }));
  expect(await screen.findByText('The report could not be made')).toBeTruthy();
  expect(screen.getByText('It is unavailable.')).toBeTruthy();
});

it('has a report made regularly once it has a name', async () => {
  const opened = open({
    routes: { 'POST /api/reports/schedules': () => ({ status: 201, body: { id: FAKE_SCHEDULE } }) },
  });
  const { user } = opened;
  await user.click(await screen.findByRole('button', { name: 'New regular report' }));
  await user.click(screen.getByRole('button', { name: 'Make it regularly' }));
  expect(await screen.findByText('Enter the name.')).toBeTruthy();
  await user.type(screen.getByLabelText('Name'), 'Every day');
  await user.selectOptions(screen.getByLabelText('How often'), 'day');
  await user.click(screen.getByRole('button', { name: 'Make it regularly' }));
  await waitFor(() => expect(screen.queryByLabelText('Name')).toBeNull());
  expect(asked(opened, 'POST /api/reports/schedules')).toMatchObject([
    {
      body: {
        ...{ name: 'Every day', kind: 'dashboard.pdf', every: 'day', weekday: 1, hour: 7 },
        filter: {},
      },
    },
  ]);
});

it('changes one as it is, and keeps what somebody has typed when it could not be saved', async () => {
  const { user } = open({
    routes: { [`PUT /api/reports/schedules/${FAKE_SCHEDULE}`]: () => apiError(404, 'not-found') },
  });
  await user.click(await screen.findByRole('button', { name: 'Change Week of orders' }));
  const name = screen.getByLabelText('Name') as HTMLInputElement;
  expect(name.value).toBe('Week of orders');
  await user.type(name, ' 2');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('It was not saved')).toBeTruthy();
  expect(name.value).toBe('Week of orders 2');
});

it('says what goes with one before it is removed', async () => {
  const opened = open({
    routes: { [`DELETE /api/reports/schedules/${FAKE_SCHEDULE}`]: () => ({ status: 204 }) },
  });
  const { user } = opened;
  await user.click(await screen.findByRole('button', { name: 'Remove Week of orders' }));
  const group = within(screen.getByRole('group', { name: 'Remove Week of orders' }));
  expect(group.getByText('It is made no more, and its file goes with it.')).toBeTruthy();
  await user.click(group.getByRole('button', { name: 'Remove' }));
  await waitFor(() =>
    expect(asked(opened, `DELETE /api/reports/schedules/${FAKE_SCHEDULE}`)).toHaveLength(1),
  );
});

it('says that there are none, that they could not be fetched, and that one is offline', async () => {
  let answer = apiError(503, 'unavailable') as { status: number; body?: unknown };
  const { user } = open({ routes: { [REPORTS]: () => answer } });
  expect(
    await screen.findByText('Reports could not be fetched', {}, { timeout: 20_000 }),
  ).toBeTruthy();
  answer = { status: 200, body: fakeReports({ schedules: [], files: [] }) };
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('No regular reports')).toBeTruthy();
  expect(screen.getByText('No files yet')).toBeTruthy();
  cleanup();
  act(() => onlineManager.setOnline(false));
  open();
  expect(await screen.findByText('You are offline')).toBeTruthy();
});

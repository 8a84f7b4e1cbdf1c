import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import {
  ALEX,
  DAY,
  FIGURES,
  openFigures,
} from '../../../app/dashboard/test-support/open-figures.tsx';
import { axeFaults } from '../../test-support/axe-faults.ts';
import { fakeAgentDay } from '../../test-support/fake-figures.ts';
import { apiError } from '../../test-support/fake-server.ts';
import { AgentFigures } from './agent-figures.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const day = () => within(document.querySelector('.dashboard-day') as HTMLElement);
const tile = async (name: string) =>
  (await screen.findByText(name, { selector: 'article h3' })).closest('article') as HTMLElement;

it('asks for one agent, without the figures that there are not of one', async () => {
  const { server } = openFigures(<AgentFigures agentId={ALEX} isOwn={false} />, {
    address: '?period=28-days&queue=billing&agent=0193d5d2-8a4e-4a3e-9c39-00000000a002',
  });
  await tile('Handle time');
  const asked = new Set(server.queries(FIGURES));
  expect([...asked]).toEqual([`period=28-days&by=day&agent=${ALEX}`]);
  expect(screen.queryByText('Abandon rate')).toBeNull();
  expect(await axeFaults()).toEqual([]);
});

it('shows an agent no ratings one by one', async () => {
  openFigures(<AgentFigures agentId={ALEX} isOwn />);
  const csat = within(await tile('CSAT'));
  expect(csat.queryByRole('link')).toBeNull();
  const answered = within(await tile('Answered'));
  expect(answered.getByRole('link')).toBeTruthy();
});

it('tells what the agent did, as a timeline and as a table', async () => {
  const { user } = openFigures(<AgentFigures agentId={ALEX} isOwn />);
  expect(await day().findByText('On break, lunch, 12:00–12:45 (45:00)')).toBeTruthy();
  expect(day().getByRole('link', { name: /^Maria Santos, 08:41–09:12/ })).toBeTruthy();
  await user.click(day().getByRole('button', { name: 'As a table' }));
  expect(day().getByRole('row', { name: /^13:10:00 now On call 20:00 Tom Becker/ })).toBeTruthy();
  expect(day().queryByRole('link', { name: 'Tom Becker' })).toBeNull();
});

it('goes from day to day, and no further than today', async () => {
  const { user, server, addresses } = openFigures(<AgentFigures agentId={ALEX} isOwn />);
  await day().findByText(/^On break, lunch/);
  expect(day().getByRole('button', { name: 'Day after' })).toHaveProperty('disabled', true);
  await user.click(day().getByRole('button', { name: 'Day before' }));
  await waitFor(() => expect(server.queries(DAY)).toContain('day=2026-11-29'));
  expect(addresses().at(-1)).toBe('?day=2026-11-29');
});

it('says of a day without the agent that there is none', async () => {
  const { server } = openFigures(<AgentFigures agentId={ALEX} isOwn />, {
    routes: { [DAY]: () => ({ status: 200, body: fakeAgentDay({ spans: [] }) }) },
  });
  expect(await day().findByText('Not signed in on this day')).toBeTruthy();
  expect(server.queries(DAY)).toEqual(['']);
});

it('says that the day could not be fetched, and tries again', async () => {
  const { server, user } = openFigures(<AgentFigures agentId={ALEX} isOwn />, {
    routes: { [DAY]: () => apiError(404, 'not-found') },
  });
  await screen.findByText('The day could not be fetched');
  server.routes[DAY] = () => ({ status: 200, body: fakeAgentDay() });
  await user.click(day().getByRole('button', { name: 'Try again' }));
  expect(await day().findByText(/^On break, lunch/)).toBeTruthy();
});

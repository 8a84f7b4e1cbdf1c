import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { fakeMetrics } from '#client/test-support/fake-figures.ts';
import { FIGURES, openFigures } from '../test-support/open-figures.tsx';
import { AgentsPage } from './agents-page.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
const head = (name: string) => screen.findByRole('button', { name });

it('lists agents by name, each with a way to it that keeps the days', async () => {
  openFigures(<AgentsPage />, { address: '?period=28-days' });
  await head('Handle time');
  expect(names()).toEqual(['Alex Agent', 'Ben Okoro', 'Priya Raghunathan']);
  expect(screen.getByRole('link', { name: 'Alex Agent' }).getAttribute('href')).toBe(
    '/dashboard/agents/0193d5d2-8a4e-4a3e-9c39-00000000a001?period=28-days',
  );
  expect(await axeFaults()).toEqual([]);
});

it('sorts by a figure, the largest first, then the other way; without one last in both', async () => {
  const { user, addresses } = openFigures(<AgentsPage />);
  await user.click(await head('CSAT'));
  await waitFor(() => expect(names()).toEqual(['Priya Raghunathan', 'Alex Agent', 'Ben Okoro']));
  expect(addresses().at(-1)).toBe('?sort=csat&order=down');
  await user.click(await head('CSAT'));
  await waitFor(() => expect(names()).toEqual(['Alex Agent', 'Priya Raghunathan', 'Ben Okoro']));
  expect(screen.getByRole('columnheader', { name: 'CSAT' }).getAttribute('aria-sort')).toBe(
    'ascending',
  );
});

it('finds by parts of a name', async () => {
  const { user } = openFigures(<AgentsPage />);
  await user.type(
    await screen.findByRole('searchbox', { name: 'Find an agent by name' }),
    'rag pri',
  );
  await waitFor(() => expect(names()).toEqual(['Priya Raghunathan']));
  await user.type(screen.getByRole('searchbox', { name: 'Find an agent by name' }), 'x');
  expect(await screen.findByText('No agent has such a name.')).toBeTruthy();
});

it('says that nobody had a call', async () => {
  openFigures(<AgentsPage />, {
    routes: { [FIGURES]: () => ({ status: 200, body: fakeMetrics({ groups: [] }) }) },
  });
  expect(await screen.findByText('No agent had a call in these days')).toBeTruthy();
});

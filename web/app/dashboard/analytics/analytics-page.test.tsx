import { onlineManager } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { fakeAnalytics, fakeManyCards } from '#client/test-support/fake-analytics.ts';
import { fakeSampleData } from '#client/test-support/fake-sample-data.ts';
import { apiError } from '#client/test-support/fake-server.ts';
import { openFigures, SAMPLE_DATA } from '../test-support/open-figures.tsx';
import { AnalyticsPage } from './analytics-page.tsx';

vi.setConfig({ testTimeout: 60_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

const ANALYTICS = 'GET /api/analytics';

function open(address = '', answer: () => { status: number; body?: unknown } = found) {
  return openFigures(<AnalyticsPage isAdmin={false} />, {
    address,
    routes: { [ANALYTICS]: answer },
  });
}

const found = () => ({ status: 200, body: fakeAnalytics() });
const many = () => ({ status: 200, body: fakeAnalytics({ cards: fakeManyCards(42) }) });
const part = async (name: string) => within(await screen.findByRole('region', { name }));
const names = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);

it('tells what calls are about, with share, change, and a way to exactly these calls', async () => {
  open();
  const cards = await part('Cards of the playbook');
  const link = cards.getByRole('link', { name: '120 calls: Late delivery' });
  expect(link.getAttribute('href')).toBe(
    '/calls/history?card=late-delivery&queuedFrom=2026-11-24&queuedTo=2026-11-30',
  );
  const [first] = cards.getAllByRole('listitem');
  expect(first?.textContent).toContain('31.8\u00a0%');
  expect(first?.textContent).toContain('12 more');
  expect(first?.textContent).toContain('most on 25 Nov: 117');
  expect(cards.getByText('switched off')).toBeTruthy();
  expect(cards.getByText('removed')).toBeTruthy();
  const outcomes = await part('Outcomes');
  expect(outcomes.getByRole('link', { name: '35 calls: Nobody answered' })).toBeTruthy();
  expect(outcomes.queryByRole('link', { name: /No outcome yet/ })).toBeNull();
  const orders = screen.getByText('90 of 377 answered calls, 104 orders').closest('article');
  expect(orders?.textContent).toContain('23.9\u00a0%');
  expect(await axeFaults()).toEqual([]);
});

it('keeps lists and tables in the address, and days that are asked for', async () => {
  const { user, addresses, server } = open('?period=7-days');
  const cards = await part('Cards of the playbook');
  await user.click(cards.getByRole('button', { name: 'As a table' }));
  expect(addresses().at(-1)).toBe('?period=7-days&cards=table');
  expect(names(cards.getByRole('table'))).toEqual([
    ...['Late delivery', 'Refund (switched off)', 'Gift card (removed)'],
  ]);
  await user.click(screen.getByRole('radio', { name: '90 days' }));
  await waitFor(() => expect(addresses().at(-1)).toContain('period=90-days'));
  expect(server.routes[ANALYTICS]).toBeTruthy();
});

it('sorts cards by what became of their suggestions; what has too few stands last and says so', async () => {
  const { user, addresses } = open();
  const table = (await part('What becomes of suggestions, by card')).getByRole('table');
  const first = (row: number) => names(table)[row];
  expect(first(0)).toBe('Late delivery');
  await user.click(within(table).getByRole('button', { name: 'Dismissed' }));
  await waitFor(() => expect(first(0)).toContain('Refund'));
  expect(addresses().at(-1)).toBe('?sort=dismissed');
  await user.click(within(table).getByRole('button', { name: 'Dismissed' }));
  await waitFor(() => expect(first(0)).toBe('Late delivery'));
  expect(first(2)).toContain('4 suggestions seen; fewer than 10 say too little.');
  const [, late] = within(table).getAllByRole('row');
  expect(late?.textContent).toContain('14050\u00a0%10\u00a0%20\u00a0%5\u00a0%15\u00a0%10120 calls');
});

it('shows the first rows of each list, and all of one that is asked for, by keyboard and in the address', async () => {
  const { user, addresses } = open('', many);
  const cards = await part('Cards of the playbook');
  expect(cards.getAllByRole('listitem')).toHaveLength(10);
  const more = screen.getByRole('button', { name: 'Show all 42: Cards of the playbook' });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  more.focus();
  await user.keyboard('{Enter}');
  expect(cards.getAllByRole('listitem')).toHaveLength(42);
  expect(addresses().at(-1)).toBe('?all=cards');
  const fewer = screen.getByRole('button', { name: 'Show the first 10: Cards of the playbook' });
  expect(document.activeElement).toBe(fewer);
  expect(fewer.getAttribute('aria-expanded')).toBe('true');
  await user.click(cards.getByRole('button', { name: 'As a table' }));
  expect(names(cards.getByRole('table'))).toHaveLength(42);
  await user.click(fewer);
  expect(names(cards.getByRole('table'))).toHaveLength(10);
  expect(addresses().at(-1)).toBe('?cards=table');
  expect(screen.queryByRole('button', { name: /Show all \d+: Outcomes/ })).toBeNull();
});

it('begins with all rows of what the address says, and sorts those that are not shown with them', async () => {
  const { user, addresses } = open('?all=moods,nothing,suggestions', many);
  const moods = (await part('How customers sounded, by card')).getByRole('table');
  expect(names(moods)).toHaveLength(42);
  const name = 'What becomes of suggestions, by card';
  const table = (await part(name)).getByRole('table');
  await user.click(screen.getByRole('button', { name: `Show the first 10: ${name}` }));
  expect(addresses().at(-1)).toBe('?all=moods');
  expect(names(table).slice(0, 2)).toEqual(['Card 1', 'Card 2']);
  await user.click(within(table).getByRole('button', { name: 'Seen' }));
  await waitFor(() => expect(names(table)[0]).toBe('Card 42'));
  expect(names(table)).toHaveLength(10);
  await user.click(screen.getByRole('button', { name: `Show all 42: ${name}` }));
  expect(names(table).at(-1)).toBe('Card 1');
  expect(await axeFaults()).toEqual([]);
});

it('tells how customers sounded in words, with a reason where nothing is told', async () => {
  open();
  const table = (await part('How customers sounded, by card')).getByRole('table');
  // Darkest first: that is where somebody has to look.
  expect(names(table).map((name) => name?.slice(0, 6))).toEqual(['Refund', 'Late d', 'Gift c']);
  expect(table.textContent).toContain('0.35 darker');
  expect(table.textContent).toContain('0.55 brighter');
  expect(table.textContent).toContain('2 scored calls; fewer than 10 say too little.');
});

it('leads to the calls that changed most', async () => {
  open();
  const table = (await part('The calls')).getByRole('table');
  expect(within(table).getByRole('link', { name: 'Maria Santos' }).getAttribute('href')).toBe(
    '/calls/0193d5d2-8a4e-4a3e-9c39-00000000c001',
  );
  expect(table.textContent).toContain('1.60 brighter');
  expect(table.textContent).toContain('1.40 darker');
});

it('explains each part in the words of its definition', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'What is Cards of the playbook?' }));
  const panel = within(screen.getByRole('region', { name: 'What is Cards of the playbook?' }));
  expect(panel.getByText('Late delivery: 120 ÷ 377 = 31.8 %')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByText('Late delivery: 120 ÷ 377 = 31.8 %')).toBeNull();
});

it('says that calls are made up, as long as they are', async () => {
  open();
  await part('Cards of the playbook');
  expect(screen.queryByText('With sample data')).toBeNull();
  cleanup();
  const sample = () => ({ status: 200, body: fakeSampleData({ state: 'ready' }) });
  openFigures(<AnalyticsPage isAdmin={false} />, {
    routes: { [ANALYTICS]: found, [SAMPLE_DATA]: sample },
  });
  expect(await screen.findByText('With sample data')).toBeTruthy();
});

it('says that there were no calls, and none ever', async () => {
  const none = { offered: 0, answered: 0, cards: [], outcomes: [], changed: [] };
  open('', () => ({ status: 200, body: fakeAnalytics(none) }));
  expect(await screen.findByText('No calls in these days')).toBeTruthy();
  cleanup();
  open('', () => ({ status: 200, body: fakeAnalytics({ ...none, since: null }) }));
  expect(await screen.findByText('No calls yet')).toBeTruthy();
});

it('says what is wrong, and tries again', async () => {
  const { user, server } = open('', () => apiError(429, 'too-many-requests'));
  expect(await screen.findByText('The figures could not be fetched')).toBeTruthy();
  server.routes[ANALYTICS] = found;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Late delivery', { selector: 'li bdi' })).toBeTruthy();
});

it('waits for the network while there is none', async () => {
  onlineManager.setOnline(false);
  open();
  expect(await screen.findByText('You are offline')).toBeTruthy();
  act(() => onlineManager.setOnline(true));
  expect(await screen.findByText('Late delivery', { selector: 'li bdi' })).toBeTruthy();
});

import { aQueueId } from '@agent/testing/ids';
import { onlineManager } from '@tanstack/react-query';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiError } from '#client/test-support/fake-server.ts';
import { fakeSession, fakeSessionPage, sessionId } from '#client/test-support/fake-session.ts';
import { LIST, openHistory } from './test-support/open-history.tsx';

const router = vi.hoisted(() => ({ push: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  router.push.mockReset();
  onlineManager.setOnline(true);
});

const rows = () => screen.findAllByRole('link', { name: /^\d\d:\d\d.*Customer \d/ });
const search = () => screen.getByRole('searchbox', { name: 'Search what was said' });
const choose = (name: string) => screen.getByRole('combobox', { name });

describe('the address', () => {
  it('is asked of the server as it was opened', async () => {
    const address =
      '?query=not+arrived&agent=0193d5d2-8a4e-4a3e-9c39-00000000a001&outcome=escalated&rating=2&sentiment=ends-negative&recorded=yes&order=4521';
    const { server } = openHistory({ address });
    await rows();
    const asked = new URLSearchParams(server.queries(LIST)[0]);
    expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(new URLSearchParams(address)));
    expect((search() as HTMLInputElement).value).toBe('not arrived');
    expect((choose('Outcome') as HTMLSelectElement).value).toBe('escalated');
  });

  it('asks for days of this browser, and for none that cannot be read', async () => {
    const { server } = openHistory({
      address: '?period=days&from=2026-11-01&to=yesterday&rating=9',
    });
    await rows();
    expect(Object.fromEntries(new URLSearchParams(server.queries(LIST)[0]))).toEqual({
      from: new Date(2026, 10, 1).toISOString(),
    });
  });

  it('keeps the figure that led here until somebody takes it away', async () => {
    const { server, user, steps } = openHistory({
      address: '?metric=abandon-rate&queuedFrom=2025-11-24&queuedTo=2025-11-30&hour=9',
    });
    await rows();
    expect(
      screen.getByText('Calls behind: Abandon rate, 24–30 Nov 2025, 9:00–10:00'),
    ).toBeDefined();
    expect(Object.fromEntries(new URLSearchParams(server.queries(LIST)[0]))).toEqual({
      ...{ metric: 'abandon-rate', queuedFrom: '2025-11-24', queuedTo: '2025-11-30', hour: '9' },
    });
    await user.selectOptions(choose('Rating'), 'Rated 2 of 5');
    await waitFor(() => expect(steps().at(-1)?.[1]).toContain('metric=abandon-rate'));
    await user.click(screen.getByRole('button', { name: 'Show other calls too' }));
    await waitFor(() => expect(steps().at(-1)).toEqual(['push', '?rating=2']));
    expect(screen.queryByText(/Calls behind/)).toBeNull();
  });

  it('gets a step back for each choice, and one for what is typed in one go', async () => {
    const { server, user, steps } = openHistory({ address: '?pages=2&call=x' });
    await rows();
    await user.type(search(), 'refu');
    await waitFor(() => expect(steps()).toEqual([['push', '?query=refu']]));
    await user.type(search(), 'nd');
    await waitFor(() => expect(steps().at(-1)).toEqual(['replace', '?query=refund']));
    await user.selectOptions(choose('Rating'), 'Rated 2 of 5');
    await waitFor(() => expect(steps().at(-1)).toEqual(['push', '?query=refund&rating=2']));
    expect(server.queries(LIST).at(-1)).toBe('rating=2&query=refund');
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await waitFor(() => expect(steps().at(-1)).toEqual(['push', '']));
  });

  it('does not lose what is being typed to a choice that is made meanwhile', async () => {
    const { user, steps } = openHistory();
    await rows();
    await user.type(search(), 'late');
    await user.selectOptions(choose('Outcome'), 'Resolved');
    await waitFor(() => expect(steps()).toEqual([['push', '?query=late&outcome=resolved']]));
  });
});

describe('the list', () => {
  it('fetches one page after another, and an address brings as many back', async () => {
    const page = (cursor: string | null) =>
      cursor === null
        ? fakeSessionPage([fakeSession(1), fakeSession(2)], 'second')
        : fakeSessionPage([fakeSession(3)]);
    const routes = {
      [LIST]: (_body: unknown, _path: string, query: URLSearchParams) => ({
        status: 200,
        body: page(query.get('cursor')),
      }),
    };
    const { server, user, steps } = openHistory({ routes });
    expect(await rows()).toHaveLength(2);
    expect(screen.getByText('2+ calls')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Load more calls' }));
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(steps()).toContainEqual(['replace', '?pages=2']);
    expect(server.queries(LIST)).toEqual(['', 'cursor=second']);
    expect(screen.queryByRole('button', { name: 'Load more calls' })).toBeNull();
    cleanup();
    const again = openHistory({ address: `?pages=2&call=${sessionId(3)}`, routes });
    await waitFor(async () => expect(await rows()).toHaveLength(3));
    expect(again.server.queries(LIST)).toEqual(['', 'cursor=second']);
    expect(Element.prototype.scrollIntoView).toHaveBeenCalledOnce();
  });

  it('asks for a bounded number of pages when an address wants a thousand', async () => {
    const routes = {
      [LIST]: (_body: unknown, _path: string, query: URLSearchParams) => {
        const n = Number(query.get('cursor') ?? 0);
        return { status: 200, body: fakeSessionPage([fakeSession(n + 1)], String(n + 1)) };
      },
    };
    const { server, user } = openHistory({ address: '?pages=1000', routes });
    await waitFor(async () => expect(await rows()).toHaveLength(10));
    await user.click(await screen.findByRole('button', { name: 'Load more calls' }));
    await waitFor(async () => expect(await rows()).toHaveLength(11));
    expect(server.queries(LIST)).toHaveLength(11);
  });

  it('keeps what it shows until the next answer, and gives an older question up', async () => {
    const waiting = new Map<string, (body: unknown) => void>();
    const { user } = openHistory({
      routes: {
        [LIST]: (_body, _path, query) => {
          const rating = query.get('rating');
          if (rating === null) return { status: 200, body: fakeSessionPage([fakeSession(1)]) };
          return new Promise((resolve) => {
            waiting.set(rating, (body) => resolve({ status: 200, body }));
          });
        },
      },
    });
    await rows();
    const list = screen.getByRole('region', { name: 'Calls' });
    await user.selectOptions(choose('Rating'), 'Rated 2 of 5');
    await waitFor(() => expect(list.dataset.state).toBe('updating'));
    expect(await rows()).toHaveLength(1);
    await user.selectOptions(choose('Rating'), 'Rated 3 of 5');
    await waitFor(() => expect(waiting.has('3')).toBe(true));
    await act(async () => waiting.get('3')?.(fakeSessionPage([fakeSession(3)])));
    await screen.findByText('Customer 3');
    await act(async () => waiting.get('2')?.(fakeSessionPage([fakeSession(2)])));
    expect(screen.queryByText('Customer 2')).toBeNull();
    expect(list.dataset.state).toBe('ready');
  });

  it('says what is wrong and tries again when asked', async () => {
    let isBroken = true;
    const { user } = openHistory({
      routes: {
        [LIST]: () =>
          isBroken
            ? apiError(400, 'invalid-input')
            : { status: 200, body: fakeSessionPage([fakeSession(1)]) },
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('It is invalid-input.');
    isBroken = false;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps the calls it has when more of them cannot be had', async () => {
    let isBroken = true;
    const { user, server } = openHistory({
      routes: {
        [LIST]: (_body, _path, query) => {
          if (!query.has('cursor'))
            return { status: 200, body: fakeSessionPage([fakeSession(1)], 'next') };
          return isBroken
            ? apiError(400, 'invalid-input')
            : { status: 200, body: fakeSessionPage([fakeSession(2)]) };
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Load more calls' }));
    await screen.findByText('More calls could not be loaded.');
    expect(await rows()).toHaveLength(1);
    expect(server.queries(LIST)).toHaveLength(2);
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  it('waits for the network, and goes on by itself', async () => {
    onlineManager.setOnline(false);
    openHistory();
    expect(await screen.findByText(/^You are offline/)).toBeTruthy();
    act(() => onlineManager.setOnline(true));
    expect(await rows()).toHaveLength(2);
  });

  it('tells no calls yet from none found, and takes the filters away', async () => {
    const routes = { [LIST]: () => ({ status: 200, body: fakeSessionPage([]) }) };
    const { user, steps } = openHistory({ address: '?query=zebra', routes });
    await screen.findByText('No call was found');
    expect(screen.getByText('No calls')).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Clear all' }).at(-1) as HTMLElement);
    expect(await screen.findByText('No calls yet')).toBeTruthy();
    expect(steps().at(-1)).toEqual(['push', '']);
  });

  it('says that one has been signed out', async () => {
    openHistory({ routes: { [LIST]: () => apiError(401, 'not-signed-in') } });
    expect(await screen.findByText('You have been signed out')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('keys', () => {
  it('lead to the search, on to the calls and into one', async () => {
    const { user, steps } = openHistory();
    await rows();
    await user.keyboard('/');
    expect(document.activeElement).toBe(search());
    await user.keyboard('{ArrowDown}j');
    await waitFor(() => expect(steps().at(-1)).toEqual(['replace', `?call=${sessionId(2)}`]));
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(router.push).toHaveBeenCalledExactlyOnceWith(`/calls/${sessionId(2)}`),
    );
  });

  it('type letters into the search rather than walk', async () => {
    const { user } = openHistory();
    await rows();
    await user.type(search(), 'jk/');
    expect((search() as HTMLInputElement).value).toBe('jk/');
  });
});

it('opens a line that was found at its second, once the address has the selection', async () => {
  const pieces = [
    { text: 'It has ', isHit: false },
    { text: 'not arrived', isHit: true },
  ];
  const found = fakeSession(1, { hits: [{ where: 'customer', atMs: 9_400, pieces }] });
  const selected = `?query=arrived&call=${sessionId(1)}`;
  const { user, steps } = openHistory({
    address: '?query=arrived',
    routes: { [LIST]: () => ({ status: 200, body: fakeSessionPage([found]) }) },
  });
  const line = await screen.findByRole('link', { name: /0:09.*not arrived/ });
  expect(line.getAttribute('href')).toBe(`/calls/${sessionId(1)}?t=0:09`);
  router.push.mockImplementation(() => expect(steps().at(-1)).toEqual(['replace', selected]));
  await user.click(line);
  await waitFor(() =>
    expect(router.push).toHaveBeenCalledExactlyOnceWith(`/calls/${sessionId(1)}?t=0:09`),
  );
  expect(router.push.mock.results).toMatchObject([{ type: 'return' }]);
});

it('gives an agent neither other agents to choose from nor a column of them', async () => {
  const { server } = openHistory({ isOverseer: false });
  await rows();
  expect(screen.queryByRole('combobox', { name: 'Agent' })).toBeNull();
  expect(screen.queryByText('Alex Agent')).toBeNull();
  expect(server.sent('GET /api/sessions/agents')).toEqual([]);
});

it('tells and asks for the queue where there are several, by the outcomes of all of them', async () => {
  const orders = { id: aQueueId('orders'), name: 'Orders' };
  const called = fakeSession(1, { queue: orders, outcome: { label: 'Sold', resolves: true } });
  const routes = {
    [LIST]: () => ({ status: 200, body: fakeSessionPage([called]) }),
    'GET /api/sessions/choices': () => ({
      status: 200,
      body: {
        queues: [{ id: 'main', name: 'Main' }, orders],
        outcomes: [{ id: 'sold', label: 'Sold' }],
      },
    }),
  };
  const { server, user } = openHistory({ address: '?outcome=sold', routes });
  const [row] = await rows();
  expect(row?.textContent).toContain('Sold');
  expect(await screen.findByText('Orders', { selector: 'bdi' })).toBeTruthy();
  await user.selectOptions(choose('Queue'), 'Orders');
  await waitFor(() => expect(server.queries(LIST).at(-1)).toBe('queue=orders&outcome=sold'));
});

it('says nothing of queues where there is one', async () => {
  openHistory();
  await rows();
  await screen.findByRole('option', { name: 'Resolved' });
  expect(screen.queryByRole('combobox', { name: 'Queue' })).toBeNull();
  expect(screen.queryByText('Main')).toBeNull();
});

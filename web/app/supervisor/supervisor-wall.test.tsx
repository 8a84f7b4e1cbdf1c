import { aUserId } from '@agent/testing/ids';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { fakeDialogs } from '#client/test-support/fake-dialogs.ts';
import { apiError, fakeServer } from '#client/test-support/fake-server.ts';
import {
  fakeAlert,
  fakeWaiting,
  fakeWallAgent,
  fakeWallCall,
  fakeWallUpdate,
} from '#client/test-support/fake-wall.ts';
import { SupervisorWall } from './supervisor-wall.tsx';

const router = vi.hoisted(() => ({ push: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

const you = { userId: aUserId('0193d5d2-8a4e-4a3e-9c39-00000000a100'), name: 'Sam Hill' };
const maria = { userId: aUserId(), name: 'Maria Ruiz' };
const asking = fakeWallCall(1, { alerts: [fakeAlert({ reason: 'A refund' })] });
const calm = fakeWallCall(2);
const ACT = `POST /api/calls/${asking.callId}/alerts/help:0193d5d2`;

beforeEach(() => {
  fakeDialogs();
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  router.push.mockReset();
});

function open(routes: Parameters<typeof fakeServer>[0] = {}) {
  const server = fakeServer({
    'HEAD /api/wall': () => ({ status: 200 }),
    [ACT]: () => ({ status: 204 }),
    ...routes,
  });
  render(<SupervisorWall userId={you.userId} />);
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  return { server, user };
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const summary = () => document.querySelector('[data-slot="wall-summary"]')?.textContent;
const since = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();

it('shows calls, line and agents with what needs help first, and counts on by itself', async () => {
  const { server } = open();
  expect(screen.getAllByText('Loading calls…')).toBeTruthy();
  await server.push(
    fakeWallUpdate({
      calls: [{ ...asking, alerts: [fakeAlert({ since: since(40), reason: 'A refund' })] }, calm],
      waiting: [fakeWaiting({ since: since(80) })],
      agents: [
        fakeWallAgent(),
        fakeWallAgent({
          name: 'Eve Novak',
          status: 'break',
          breakReason: { kind: 'lunch', note: '' },
        }),
      ],
    }),
  );
  expect(summary()).toBe('2 calls1 needs help1 waiting, longest 1:201 of 2 agents availableLive');
  expect(screen.getByText('Asked for help 0:40 ago')).toBeTruthy();
  expect(screen.getByText('lunch')).toBeTruthy();
  expect(document.title).toBe('(1) needs help');
  await pass(3_000);
  expect(screen.getByText('Asked for help 0:43 ago')).toBeTruthy();
  expect(await axeFaults()).toEqual([]);
});

it('goes by the clock of the server, however wrong the one here is', async () => {
  const { server } = open();
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const heldSince = new Date(Date.now() - 3_600_000 - 42_000).toISOString();
  await server.push(fakeWallUpdate({ at, calls: [{ ...calm, heldSince }] }));
  expect(screen.getByText('On hold 0:42')).toBeTruthy();
});

it('takes in changes as they come, and forgets calls that are over', async () => {
  const { server } = open();
  await server.push(fakeWallUpdate({ calls: [asking, calm] }));
  const alerts = [fakeAlert({ owner: maria })];
  await server.push(
    fakeWallUpdate({ kind: 'changes', calls: [{ ...asking, alerts }], order: [asking.callId] }),
  );
  expect(screen.getByText('Maria Ruiz takes it')).toBeTruthy();
  expect(screen.queryByText('Customer 2')).toBeNull();
  expect(summary()).toMatch(/^1 callNobody waits/);
});

it('says after five seconds without news that it is stale, and stops counting', async () => {
  const { server } = open();
  const call = { ...asking, alerts: [fakeAlert({ since: since(40) })] };
  await server.push(fakeWallUpdate({ calls: [call] }));
  await pass(4_000);
  expect(summary()).toContain('Live');
  await pass(4_000);
  expect(summary()).toMatch(/No news for 0:0[78]: this is how it was then/);
  expect(screen.getByText('Asked for help 0:40 ago')).toBeTruthy();
  expect(document.querySelector('[data-slot="call-wall"]')?.getAttribute('data-state')).toBe(
    'stale',
  );
  await waitFor(() => expect(server.openStreams()).toHaveLength(1));
  await server.pushTo('/api/wall', fakeWallUpdate({ calls: [call] }));
  expect(summary()).toContain('Live');
});

it('sends what one does, once, and waits for the wall to show it', async () => {
  const { server, user } = open();
  await server.push(fakeWallUpdate({ calls: [asking] }));
  const take = screen.getByRole('button', { name: /I take it/ });
  await user.dblClick(take);
  await user.click(take);
  expect(server.sent(ACT)).toEqual([{ act: 'take' }]);
  await server.push(
    fakeWallUpdate({
      kind: 'changes',
      calls: [{ ...asking, alerts: [fakeAlert({ owner: you })] }],
    }),
  );
  expect(screen.getByText('You take it')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Give it back' }));
  await user.click(screen.getByRole('button', { name: 'Later' }));
  expect(server.sent(ACT)).toEqual([{ act: 'take' }, { act: 'release' }]);
});

it('says who was faster, and lets one go on', async () => {
  const { server, user } = open({
    [ACT]: () => ({
      status: 409,
      body: { error: { code: 'conflict', message: 'Maria Ruiz has taken it.' } },
    }),
  });
  await server.push(fakeWallUpdate({ calls: [asking] }));
  await user.click(screen.getByRole('button', { name: 'I take it' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Maria Ruiz has taken it.');
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByRole('alert')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'I take it' }));
  expect(server.sent(ACT)).toHaveLength(2);
});

it('goes to listen without a new page, by press and by key', async () => {
  const { server, user } = open();
  await server.push(fakeWallUpdate({ calls: [asking, calm] }));
  await user.keyboard('{ArrowDown}{ArrowDown}l');
  expect(router.push).toHaveBeenLastCalledWith(`/supervisor/calls/${calm.callId}`);
  await user.click(screen.getByRole('link', { name: /Agent 1/ }));
  expect(router.push).toHaveBeenLastCalledWith(`/supervisor/calls/${asking.callId}`);
});

it('lists its keys', async () => {
  const { server, user } = open();
  await server.push(fakeWallUpdate({ calls: [] }));
  expect(screen.getByText('No calls at the moment')).toBeTruthy();
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(dialog).getByText('Listen to the call')).toBeTruthy();
  expect(await axeFaults()).toEqual([]);
});

it('says that one has been signed out, that it is offline, or open elsewhere', async () => {
  const { server, user } = open({ 'HEAD /api/wall': () => apiError(401, 'not-signed-in') });
  await server.replaceStreams('/api/wall');
  await user.click(await screen.findByRole('button', { name: 'Follow here' }));
  await server.push(fakeWallUpdate({ calls: [calm] }));
  expect(screen.getByText('Customer 2')).toBeTruthy();
  for (const _ of [1, 2]) {
    await waitFor(() => expect(server.openStreams()).toHaveLength(1));
    await server.breakStreams('/api/wall');
    await pass(2_000);
  }
  expect(await screen.findByText('You have been signed out')).toBeTruthy();
});

import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agentCall, desk, openDesk } from './test-support/open-desk.tsx';

vi.mock('@agent/ui/live', async (original) => {
  const live = await original<typeof import('@agent/ui/live')>();
  const { fakeRooms } = await import('@agent/ui/live/testing');
  return {
    ...live,
    useAudioCall: (options: Parameters<typeof live.useAudioCall>[0]) =>
      live.useAudioCall({ ...options, createRoom: fakeRooms().createRoom }),
  };
});

beforeEach(() => {
  vi.spyOn(window, 'open').mockReturnValue(null);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
});

const history = () => screen.getByRole('link', { name: /^History/ });

describe('leaving the desk', () => {
  it('stays on duty: the history opens in a window of its own', async () => {
    const { server, user } = openDesk();
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    expect(history().getAttribute('target')).toBe('call-centre-history');
    expect(history().getAttribute('rel')).toBe('opener');
    await user.click(history());
    await user.keyboard('gh');
    expect(vi.mocked(window.open).mock.calls).toEqual([
      ['/calls/history', 'call-centre-history'],
      ['/calls/history', 'call-centre-history'],
    ]);
    expect(server.sent('POST /api/calls/:id/hold')).toEqual([]);
  });

  it('goes in the same window from an agent who is offline', async () => {
    const { server } = openDesk();
    await server.push(desk({ status: 'offline' }));
    expect(history().getAttribute('target')).toBeNull();
  });

  it('offers the call that has been wrapped up, and none before', async () => {
    const { server } = openDesk();
    await server.push(desk());
    expect(screen.queryByRole('link', { name: /Open this call/ })).toBeNull();
    const call = agentCall({ status: 'wrap-up', endedAt: '2026-11-23T10:05:00.000Z' });
    await server.push(desk({ status: 'wrap-up', call }));
    await server.push(desk());
    const link = screen.getByRole('link', { name: /Open this call/ });
    expect(link.getAttribute('href')).toBe(`/calls/${call.callId}`);
    expect(link.getAttribute('target')).toBe('call-centre-history');
  });
});

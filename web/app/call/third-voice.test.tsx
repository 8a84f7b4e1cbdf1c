import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeCallView } from '#client/test-support/fake-server.ts';
import { CallFlow } from './call-flow.tsx';
import { withCall } from './test-support/customer-way.ts';

vi.mock('@agent/ui/live', async (original) => {
  const live = await original<typeof import('@agent/ui/live')>();
  const { fakeRooms } = await import('@agent/ui/live/testing');
  return {
    ...live,
    useAudioCall: (options: Parameters<typeof live.useAudioCall>[0]) =>
      live.useAudioCall({ ...options, createRoom: fakeRooms().createRoom }),
  };
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const soon = { timeout: 9_000 };
const title = { selector: '[data-slot="notice-title"]' };
const joinId = fakeUuid(320);

/** A customer's page in a call with Alex, and the log of that call. */
function openCall({ transcribed = true } = {}) {
  const log = fakeLog();
  const server = withCall(
    fakeCallView({
      ...{ status: 'active', agentName: 'Alex', transcribed },
      answeredAt: '2026-11-23T10:01:00.000Z',
    }),
  );
  server.routes['GET /api/calls/:id/events'] = () => ({ status: 200, body: log.page() });
  server.routes['POST /api/calls/:id/token'] = () => ({
    status: 200,
    body: { url: 'ws://127.0.0.1:7880', token: 't', identity: 'c' },
  });
  server.routes['POST /api/calls/:id/heartbeat'] = () => ({
    status: 200,
    body: { status: 'active', lastSeq: log.envelopes.length },
  });
  return log;
}

it('says who has joined and left, and names them in the captions', async () => {
  const log = openCall();
  log.append('supervisor.joined', { joinId, name: 'Maria' }, 12_000);
  log.say('supervisor', 1_300);
  render(<CallFlow />);
  const notice = await screen.findByText('Maria (supervisor) has joined', title);
  expect(notice.closest('[aria-live="polite"]')).toBeTruthy();
  const captions = within(screen.getByRole('region', { name: 'Captions' }));
  expect(captions.getByText('Maria (supervisor)')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Alex' })).toBeTruthy();

  log.append('supervisor.left', { joinId }, 30_000);
  expect(await screen.findByText('Maria (supervisor) has left', title, soon)).toBeTruthy();
  expect(screen.queryByText('Maria (supervisor) has joined', title)).toBeNull();
}, 20_000);

it('says nothing of somebody who had left before the page came', async () => {
  const log = openCall();
  log.append('supervisor.joined', { joinId, name: 'Maria' }, 12_000);
  log.append('supervisor.left', { joinId }, 20_000);
  log.say('agent', 3_000);
  render(<CallFlow />);
  await screen.findByText('Sentence 3000.');
  expect(screen.queryByText(/supervisor/)).toBeNull();
});

import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
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
  // Without a height the transcript would show no row.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(2_000);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

async function onCall(log: ReturnType<typeof fakeLog>) {
  const opened = openDesk(log);
  await opened.server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
  return opened;
}

const messages = () => screen.findByRole('log', { name: 'Messages from supervisors' });
const coached = () => {
  const log = fakeLog();
  const from = 'Maria Ruiz';
  log.append('coach.message', { messageId: fakeUuid(301), from, text: 'Offer express.' }, 12_000);
  log.append('coach.message', { messageId: fakeUuid(302), from, text: 'Slow down.' }, 13_000);
  return log;
};

it('shows what a supervisor writes until it is put away, also over a reload', async () => {
  const log = coached();
  const { user } = await onCall(log);
  const shown = within(await messages());
  expect(await shown.findByText('Slow down.')).toBeTruthy();
  expect(document.activeElement?.closest('[data-slot="coach-messages"]')).toBeNull();
  const [oldest] = shown.getAllByRole('button', { name: 'Dismiss' });
  if (oldest) await user.click(oldest);
  expect(shown.queryByText('Offer express.')).toBeNull();
  cleanup();
  await onCall(log);
  const again = within(await messages());
  expect(await again.findByText('Slow down.')).toBeTruthy();
  expect(again.queryByText('Offer express.')).toBeNull();
});

it('keeps in the transcript what was put away', async () => {
  const { user } = await onCall(coached());
  const shown = within(await messages());
  for (const button of await shown.findAllByRole('button', { name: 'Dismiss' })) {
    await user.click(button);
  }
  const transcript = within(screen.getByRole('log', { name: 'Transcript' }));
  expect(transcript.getByText('Offer express.')).toBeTruthy();
});

it('says who listens where agents are told, and that they have stopped', async () => {
  const log = fakeLog();
  const listening = { monitorId: fakeUuid(310), name: 'Maria Ruiz' };
  log.append('supervisor.listening', listening, 12_000);
  log.append('supervisor.listening', { ...listening, monitorId: fakeUuid(311) }, 13_000);
  log.append('supervisor.listening', { monitorId: fakeUuid(312), name: 'Sam Hill' }, 14_000);
  await onCall(log);
  const badge = { selector: '.call-head-listeners *' };
  expect(await screen.findByText('Maria Ruiz and Sam Hill listen', badge)).toBeTruthy();
});

it('says who has joined, and names them in the transcript', async () => {
  const log = fakeLog();
  log.append('supervisor.joined', { joinId: fakeUuid(320), name: 'Maria Ruiz' }, 12_000);
  log.say('supervisor', 1_300);
  await onCall(log);
  const title = { selector: '[data-slot="notice-title"]' };
  expect(await screen.findByText('Maria Ruiz (supervisor) has joined', title)).toBeTruthy();
  const transcript = screen.getByRole('log', { name: 'Transcript' });
  await waitFor(() => expect(transcript.textContent).toContain('Maria Ruiz (supervisor)00:13'));
});

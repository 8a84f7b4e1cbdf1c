import type { Role, Session } from '@agent/protocol';
import { aQueueId } from '@agent/testing/ids';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { apiError, fakeCallId, fakeServer } from '#client/test-support/fake-server.ts';
import { SessionActions } from './session-actions.tsx';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const session: Session = {
  ...{ callId: fakeCallId, status: 'closed', customerName: 'Maria Santos', contact: 'm@x.org' },
  ...{ agentId: null, agentName: 'Alex', customerId: null, endReason: 'agent-hung-up' },
  queuedAt: '2026-11-23T10:00:00.000Z',
  answeredAt: '2026-11-23T10:01:00.000Z',
  endedAt: '2026-11-23T10:05:00.000Z',
  queue: { id: aQueueId(), name: 'Main' },
  ...{
    talkMs: 240_000,
    disposition: 'resolved',
    outcome: null,
    rating: null,
    ratingComment: null,
    notes: '',
  },
  sentiment: { start: null, end: null, trend: [] },
  ...{ orderNumbers: [], topics: [], sound: 'none', recording: null },
  ...{ transcribed: true, recorded: false, legalHold: false },
} as Session;

function open(viewerRole: Role, part: Partial<Session> = {}) {
  const server = fakeServer({
    'DELETE /api/sessions/:id': () => ({ status: 204 }),
    'PUT /api/sessions/:id/legal-hold': () => ({ status: 204 }),
    'HEAD /api/sessions/:id/download': () => ({ status: 200 }),
  });
  const onErased = vi.fn();
  const shown = { ...session, ...part };
  render(<SessionActions session={shown} viewerRole={viewerRole} onErased={onErased} />);
  return { server, onErased, user: userEvent.setup() };
}

it.each(['agent', 'supervisor'] as const)('lets an %s download, and nothing more', (role) => {
  open(role, { legalHold: true });
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Download']);
  expect(screen.getByText('Legal hold')).toBeTruthy();
});

it('erases in a second step that says what goes and what stays, with a reason', async () => {
  const { server, onErased, user } = open('admin');
  await user.click(screen.getByRole('button', { name: 'Erase' }));
  expect(screen.getByText(/deleted for good/)).toBeTruthy();
  expect(server.sent('DELETE /api/sessions/:id')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Erase for good' }));
  expect(screen.getByText('Enter the reason.')).toBeTruthy();
  await user.type(screen.getByLabelText('Why'), '  by letter ');
  await user.click(screen.getByRole('button', { name: 'Erase for good' }));
  await waitFor(() => expect(onErased).toHaveBeenCalledOnce());
  expect(server.sent('DELETE /api/sessions/:id')).toEqual([{ reason: 'by letter' }]);
});

it('says why it could not be erased, and stays', async () => {
  const { server, onErased, user } = open('admin');
  server.routes['DELETE /api/sessions/:id'] = () => apiError(409, 'conflict');
  await user.click(screen.getByRole('button', { name: 'Erase' }));
  await user.type(screen.getByLabelText('Why'), 'by letter{Enter}');
  expect(await screen.findByText('It is conflict.')).toBeTruthy();
  expect(onErased).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Erase' }));
  expect(screen.queryByText('It is conflict.')).toBeNull();
});

it('places a legal hold, shows it, and erases nothing until it is ended', async () => {
  const { server, user } = open('admin');
  await user.click(screen.getByRole('button', { name: 'Legal hold' }));
  await user.type(screen.getByLabelText('Why'), 'a court{Enter}');
  await user.click(await screen.findByRole('button', { name: 'End legal hold' }));
  expect((screen.getByRole('button', { name: 'Erase' }) as HTMLButtonElement).disabled).toBe(true);
  await user.type(screen.getByLabelText('Why'), 'over{Enter}');
  expect(await screen.findByRole('button', { name: 'Legal hold' })).toBeTruthy();
  expect(server.sent('PUT /api/sessions/:id/legal-hold')).toEqual([
    { held: true, reason: 'a court' },
    { held: false, reason: 'over' },
  ]);
});

it('says why a download is not to be had, before anything is sent there', async () => {
  const { server, user } = open('agent');
  server.routes['HEAD /api/sessions/:id/download'] = () => ({ status: 503 });
  await user.click(screen.getByRole('button', { name: 'Download' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).not.toBe(''));
});

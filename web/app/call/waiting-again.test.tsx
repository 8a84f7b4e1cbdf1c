import type { CallEvent, CallView } from '@agent/protocol';
import { fakeUuid } from '@agent/testing/fake-log';
import { anEventId, aSegmentId } from '@agent/testing/ids';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { apiError, fakeCallId, fakeCallView } from '#client/test-support/fake-server.ts';
import { CallFlow } from './call-flow.tsx';
import { withCall } from './test-support/customer-way.ts';

const rooms: { held: boolean; active: boolean }[] = [];
vi.mock('@agent/ui/live', async (original) => {
  const live = await original<typeof import('@agent/ui/live')>();
  const { fakeRooms } = await import('@agent/ui/live/testing');
  return {
    ...live,
    useAudioCall(options: Parameters<typeof live.useAudioCall>[0]) {
      rooms.push({ held: options.held, active: options.active });
      return live.useAudioCall({ ...options, createRoom: fakeRooms().createRoom });
    },
  };
});

beforeEach(() => {
  rooms.length = 0;
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

const active = fakeCallView({
  status: 'active',
  agentName: 'Alex',
  answeredAt: '2026-11-23T10:01:00.000Z',
});
const waits = (part: Partial<CallView> = {}) =>
  fakeCallView({
    ...{ status: 'queued', agentName: null, answeredAt: active.answeredAt },
    ...{ waitsAgainSince: '2026-11-23T10:02:00.000Z', ...part },
  });
const inLine = (position: number | null, call: CallView = waits(), agentsOnline = 1) => ({
  ...{ call, position, estimatedWaitMs: null, agentsOnline },
});

/** A customer's page in a call with Alex, and what its log says next. */
function openCall(view: CallView = active) {
  const envelopes: unknown[] = [];
  const add = <T extends CallEvent['type']>(
    type: T,
    data: CallEvent<T>['data'],
    at = '2026-11-23T10:01:00.000Z',
  ) => {
    const seq = envelopes.length + 1;
    const event = {
      eventId: anEventId(),
      callId: fakeCallId,
      seq,
      at,
      actor: 'system',
      type,
      data,
    };
    envelopes.push({ prevSeq: seq - 1, event });
  };
  add('call.queued', { customerName: 'Maria Santos', transcribed: true, recorded: true });
  add('call.accepted', { agentName: 'Alex' });
  add('segment.final', said(1, 500, 'How can I help you?'));
  add('chat.message', { messageId: fakeUuid(9), from: 'agent', text: 'Look at A-4521' });
  const server = withCall(view);
  const page = () => ({ status: 200, body: { envelopes, lastSeq: envelopes.length } });
  server.routes['GET /api/calls/:id/events'] = page;
  server.routes['POST /api/calls/:id/token'] = () => ({
    status: 200,
    body: { url: 'ws://127.0.0.1:7880', token: 't', identity: 'c' },
  });
  server.routes['POST /api/calls/:id/heartbeat'] = () => ({
    status: 200,
    body: { status: 'active', lastSeq: envelopes.length },
  });
  return { server, add, user: userEvent.setup() };
}

function said(id: number, startMs: number, text: string): CallEvent<'segment.final'>['data'] {
  return {
    ...{ segmentId: aSegmentId(fakeUuid(id)), speaker: 'agent', startMs, endMs: startMs + 900 },
    ...{ text, language: 'en', meanLogProbability: null },
  };
}

const soon = { timeout: 9_000 };
const isHeard = () => rooms.at(-1)?.active === true && rooms.at(-1)?.held === false;

it('keeps what was said on the page while another agent is waited for, and then names who said it', async () => {
  const { server, add } = openCall();
  render(<CallFlow />);
  const words = await screen.findByText(/How can I help you\?/);
  await waitFor(() => expect(isHeard()).toBe(true));

  add('call.requeued', { reason: 'agent-left' }, '2026-11-23T10:02:00.000Z');
  const notice = await screen.findByText('Your agent had to leave', {}, soon);
  expect(screen.getByRole('heading', { name: 'Waiting for another agent' })).toBeTruthy();
  await server.push(inLine(1));
  expect(notice.closest('[data-slot="notice"]')?.textContent).toContain(
    'You are next in line; what was said is kept. Nobody hears you until another agent is there.',
  );
  expect(words.isConnected).toBe(true);
  expect(isHeard()).toBe(false);
  expect(rooms.at(-1)).toEqual({ active: true, held: true });
  expect(document.title).toBe('Waiting in line');
  expect(screen.queryByText(/is not connected now/)).toBeNull();

  add('call.accepted', { agentName: 'Sam' }, '2026-11-23T10:03:00.000Z');
  add('segment.final', said(2, 121_000, 'Sam here.'), '2026-11-23T10:03:03.000Z');
  expect(await screen.findByRole('heading', { name: 'Sam' }, soon)).toBeTruthy();
  expect(screen.getByText('Sam is with you now')).toBeTruthy();
  expect(screen.queryByText('Your agent had to leave')).toBeNull();
  expect(words.isConnected).toBe(true);
  const captions = within(screen.getByRole('region', { name: 'Captions' }));
  expect(captions.getByText('Alex')).toBeTruthy();
  expect(captions.getByText('Sam')).toBeTruthy();
  expect(within(screen.getByRole('log')).getByText('Alex')).toBeTruthy();
  expect(isHeard()).toBe(true);
  expect(document.title).toBe('On a call with Sam');
  expect(server.openStreams()).toEqual([]);
}, 40_000);

it('comes back to it after a reload, with the place in line and without a chat that nobody reads', async () => {
  const { server, add } = openCall(waits());
  add('call.requeued', { reason: 'agent-left' }, '2026-11-23T10:02:00.000Z');
  render(<CallFlow />);
  expect(await screen.findByText(/How can I help you\?/)).toBeTruthy();
  expect(screen.getByText('Your agent had to leave')).toBeTruthy();
  await server.push(inLine(3, waits(), 0));
  expect(screen.getByText(/You are number 3 in line;/)).toBeTruthy();
  expect(screen.getByText(/No agent is at the desk right now/)).toBeTruthy();
  await server.push(inLine(null));
  expect(screen.getByText(/Another agent is being called to you;/)).toBeTruthy();
  expect(screen.getByPlaceholderText<HTMLTextAreaElement>('Write a message').disabled).toBe(true);
});

it('lets the customer leave the line after asking once', async () => {
  const { server, add, user } = openCall(waits());
  add('call.requeued', { reason: 'agent-left' }, '2026-11-23T10:02:00.000Z');
  server.routes['POST /api/calls/:id/hangup'] = () => {
    add('call.abandoned', { reason: 'customer-left', waitedMs: 9_000 });
    return { status: 204 };
  };
  render(<CallFlow />);
  await user.click(await screen.findByRole('button', { name: 'Leave the line' }));
  await user.click(screen.getByRole('button', { name: 'Leave' }));
  expect(await screen.findByText('You left the line', {}, soon)).toBeTruthy();
  expect(server.sent('POST /api/calls/:id/hangup')).toHaveLength(1);
}, 20_000);

it('says that the place was given on when the server lost the page meanwhile', async () => {
  const { add } = openCall(waits());
  add('call.requeued', { reason: 'agent-left' }, '2026-11-23T10:02:00.000Z');
  add('call.abandoned', { reason: 'customer-lost', waitedMs: 9_000 });
  render(<CallFlow />);
  expect(await screen.findByText('We lost you', {}, soon)).toBeTruthy();
});

it('says that the server is away, and not that one can keep talking', async () => {
  const { server, add } = openCall();
  render(<CallFlow />);
  await screen.findByText(/How can I help you\?/);
  add('call.requeued', { reason: 'agent-left' }, '2026-11-23T10:02:00.000Z');
  await screen.findByText('Your agent had to leave', {}, soon);
  for (const route of ['POST /api/calls/:id/heartbeat', 'HEAD /api/calls/:id/stream']) {
    server.routes[route] = () => apiError(503, 'unavailable');
  }
  for (let broken = 0; broken < 3; broken++) {
    await server.breakStreams('/stream');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
  expect(await screen.findByText('We lost touch with the server', {}, soon)).toBeTruthy();
  expect(screen.queryByText(/You can keep talking/)).toBeNull();
}, 30_000);

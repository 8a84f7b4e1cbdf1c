import type { CallEvent, CallView } from '@agent/protocol';
import { fakeSuggestion, fakeUuid } from '@agent/testing/fake-log';
import { aSegmentId, aUserId } from '@agent/testing/ids';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiError, fakeCallId, fakeCallView } from '#client/test-support/fake-server.ts';
import { CallFlow } from './call-flow.tsx';
import { fillDetails, goToMicrophone, withCall } from './test-support/customer-way.ts';

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

const waiting = (position: number | null, part: Partial<CallView> = {}) => ({
  call: fakeCallView(part),
  position,
  estimatedWaitMs: null,
  agentsOnline: 1,
});

describe('before the call', () => {
  it('says at each field what is missing and stays', async () => {
    withCall(null);
    const user = userEvent.setup();
    render(<CallFlow />);
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(screen.getByText('Enter your name.')).toBeTruthy();
    expect(screen.getByText('Enter your e-mail or phone.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Your name'));
  });

  it('wants an explicit choice about text and about sound', async () => {
    withCall(null);
    const user = userEvent.setup();
    render(<CallFlow />);
    await fillDetails(user);
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(screen.getAllByText(/Choose one of the two/)).toHaveLength(2);
    await user.click(screen.getByLabelText(/Yes, write it down/));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(screen.getAllByText(/Choose one of the two/)).toHaveLength(1);
    await user.click(screen.getByLabelText(/No, keep no sound/));
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText('Check your microphone')).toBeTruthy();
  });

  it('takes no recording of a call that is not written down, says why, and costs nothing', async () => {
    const server = withCall(null);
    const user = userEvent.setup();
    render(<CallFlow />);
    await fillDetails(user);
    const record = await screen.findByLabelText<HTMLInputElement>(/Yes, record it/);
    await user.click(record);
    await user.click(screen.getByLabelText(/No, only talk/));
    expect(record.matches(':disabled')).toBe(true);
    expect(record.checked).toBe(false);
    expect(screen.getByText(/Not possible for a call that is not written down/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await user.click(await screen.findByRole('button', { name: 'Skip the test and join' }));
    await screen.findByText(/Hello Maria Santos/);
    expect(server.sent('POST /api/calls')).toMatchObject([
      { consent: 'declined', recording: 'declined', noticeVersion: '2' },
    ]);
  });

  it('moves the focus to the heading of the next step', async () => {
    withCall(null);
    const user = userEvent.setup();
    render(<CallFlow />);
    await fillDetails(user);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Before we start' }));
  });

  it('sends what was entered and agreed to, also without a microphone test', async () => {
    const server = withCall(null);
    const user = userEvent.setup();
    render(<CallFlow />);
    await goToMicrophone(user);
    await user.click(await screen.findByRole('button', { name: 'Skip the test and join' }));
    await screen.findByText(/Hello Maria Santos/);
    expect(server.sent('POST /api/calls')).toEqual([
      {
        queue: 'main',
        name: 'Maria Santos',
        contact: 'maria@example.com',
        consent: 'accepted',
        recording: 'accepted',
        noticeVersion: '2',
      },
    ]);
  });

  it('returns to the field that the server does not take', async () => {
    const server = withCall(null);
    server.routes['POST /api/calls'] = () =>
      apiError(400, 'invalid-input', { contact: 'That number does not exist.' });
    const user = userEvent.setup();
    render(<CallFlow />);
    await goToMicrophone(user);
    await user.click(await screen.findByRole('button', { name: 'Skip the test and join' }));
    expect(await screen.findByText('That number does not exist.')).toBeTruthy();
    expect((screen.getByLabelText('Your name') as HTMLInputElement).value).toBe('Maria Santos');
  });

  it('offers to try again when the server is away', async () => {
    const server = withCall(null);
    server.routes['GET /api/calls/current'] = () => apiError(503, 'unavailable');
    const user = userEvent.setup();
    render(<CallFlow />);
    const again = await screen.findByRole('button', { name: 'Try again' });
    server.routes['GET /api/calls/current'] = () => apiError(404, 'not-found');
    await user.click(again);
    expect(await screen.findByLabelText('Your name')).toBeTruthy();
  });
});

describe('in line', () => {
  it('comes back to the line after a reload and shows the place live', async () => {
    const server = withCall(fakeCallView());
    render(<CallFlow />);
    await screen.findByText(/Hello Maria Santos/);
    await server.push(waiting(3));
    expect(screen.getByText('You are number 3 in line')).toBeTruthy();
    await server.push(waiting(1));
    expect(screen.getByText('You are next')).toBeTruthy();
  });

  it('says that newer windows show the place, and takes it back when asked', async () => {
    const server = withCall(fakeCallView());
    const user = userEvent.setup();
    render(<CallFlow />);
    await screen.findByRole('heading', { name: /Hello/ });
    await server.push(waiting(2));
    await server.replaceStreams('/stream');
    await user.click(await screen.findByRole('button', { name: 'Use this window' }));
    await server.push(waiting(1));
    expect(screen.queryByText('This page is open in newer windows')).toBeNull();
  });

  it('leaves after asking once, and a late answer does not bring the line back', async () => {
    const server = withCall(fakeCallView());
    const user = userEvent.setup();
    render(<CallFlow />);
    await screen.findByText(/Hello Maria Santos/);
    await server.push(waiting(1));
    await user.click(screen.getByRole('button', { name: 'Leave the line' }));
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    await screen.findByText('You left the line');
    await server.push(waiting(1));
    expect(screen.getByText('You left the line')).toBeTruthy();
  });

  it('says that the place was given on when the server lost the page', async () => {
    const server = withCall(fakeCallView());
    render(<CallFlow />);
    await screen.findByText(/Hello Maria Santos/);
    await server.push(waiting(null, { status: 'abandoned' }));
    expect(await screen.findByText('We lost you')).toBeTruthy();
  });
});

describe('the call and its end', () => {
  const active = fakeCallView({
    status: 'active',
    agentName: 'Alex Agent',
    answeredAt: '2026-11-23T10:01:00.000Z',
  });
  const event = <T extends CallEvent['type']>(
    seq: number,
    type: T,
    data: CallEvent<T>['data'],
  ) => ({
    prevSeq: seq - 1,
    event: {
      eventId: `0193d5d2-8a4e-4a3e-9c39-00000000000${seq}`,
      callId: fakeCallId,
      seq,
      at: '2026-11-23T10:01:00.000Z',
      actor: 'system',
      type,
      data,
    },
  });
  const log = [
    event(1, 'call.queued', { customerName: 'Maria Santos', transcribed: true }),
    event(2, 'call.accepted', {
      agentId: aUserId('0193d5d2-8a4e-4a3e-9c39-00000000aaaa'),
      agentName: 'Alex Agent',
    }),
    event(3, 'segment.final', {
      segmentId: aSegmentId('0193d5d2-8a4e-4a3e-9c39-00000000bbbb'),
      speaker: 'agent',
      startMs: 500,
      endMs: 1500,
      text: 'How can I help you?',
      language: 'en',
      meanLogProbability: null,
    }),
  ];

  function withActiveCall() {
    const server = withCall(active);
    const envelopes: unknown[] = [...log];
    server.routes['GET /api/calls/:id/events'] = () => ({
      status: 200,
      body: { envelopes, lastSeq: envelopes.length },
    });
    server.routes['POST /api/calls/:id/token'] = () => ({
      status: 200,
      body: { url: 'ws://127.0.0.1:7880', token: 't', identity: 'c' },
    });
    server.routes['POST /api/calls/:id/heartbeat'] = () => ({
      status: 200,
      body: { status: 'active', lastSeq: envelopes.length },
    });
    return { server, envelopes };
  }

  it('shows what was said with the first name of the agent', async () => {
    withActiveCall();
    render(<CallFlow />);
    expect(await screen.findByRole('heading', { name: 'Alex' })).toBeTruthy();
    expect(await screen.findByText(/How can I help you\?/)).toBeTruthy();
    expect(screen.queryByText(/Agent$/)).toBeNull();
  });

  it('shows nothing of what helps the agent, even if it were told', async () => {
    const { server, envelopes } = withActiveCall();
    const advice = 'Say that you understand.';
    const alert = { segmentId: aSegmentId(fakeUuid(1)), score: -0.8, advice };
    envelopes.push(event(4, 'suggestion.offered', fakeSuggestion()));
    envelopes.push(event(5, 'sentiment.alerted', alert));
    render(<CallFlow />);
    await screen.findByText(/How can I help you\?/);
    expect(document.body.textContent).not.toContain(fakeSuggestion().suggestion);
    expect(document.body.textContent).not.toContain(advice);
    expect(server.asked.map(({ route }) => route).join()).not.toMatch(/customer|suggestion/);
    expect(server.openStreams().join()).not.toMatch(/customer/);
  });

  it('says while sound is recorded, and while that is paused', async () => {
    const { server, envelopes } = withActiveCall();
    render(<CallFlow />);
    await screen.findByText(/How can I help you\?/);
    expect(screen.queryByText('Recording')).toBeNull();
    const say = async (seq: number, type: 'started' | 'paused' | 'resumed') => {
      envelopes.push(event(seq, `recording.${type}`, type === 'started' ? { fromMs: 0 } : {}));
      await waitFor(() => expect(server.sent('POST /api/calls/:id/heartbeat')).not.toEqual([]));
    };
    await say(4, 'started');
    expect(await screen.findByText('Recording', {}, { timeout: 9_000 })).toBeTruthy();
    await say(5, 'paused');
    expect(await screen.findByText('Recording paused', {}, { timeout: 9_000 })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /recording/ })).toBeNull();
    await say(6, 'resumed');
    expect(await screen.findByText('Recording', {}, { timeout: 9_000 })).toBeTruthy();
  }, 30_000);

  it('hangs up after asking once and then asks for a rating', async () => {
    const { server, envelopes } = withActiveCall();
    server.routes['POST /api/calls/:id/hangup'] = () => {
      envelopes.push(event(4, 'call.ended', { reason: 'customer-hung-up' }));
      return { status: 204 };
    };
    const user = userEvent.setup();
    render(<CallFlow />);
    await user.click(await screen.findByRole('button', { name: 'Hang up' }));
    expect(server.sent('POST /api/calls/:id/hangup')).toEqual([]);
    await user.click(screen.getAllByRole('button', { name: 'Hang up' }).at(-1) as HTMLElement);
    await waitFor(() => expect(server.sent('POST /api/calls/:id/hangup')).toHaveLength(1));
    expect(await screen.findByText('The call has ended', {}, { timeout: 10_000 })).toBeTruthy();
  }, 15_000);

  it('says why a call is over that nobody has ended', async () => {
    const { envelopes } = withActiveCall();
    envelopes.push(event(4, 'call.ended', { reason: 'agent-lost' }));
    render(<CallFlow />);
    expect(await screen.findByText('The call has ended')).toBeTruthy();
    const why = 'The connection to Alex was gone for a minute, so the call has ended.';
    expect(screen.getByText(why)).toBeTruthy();
  });

  it('keeps a chat message that could not be sent and sends it again under the same id', async () => {
    const { server } = withActiveCall();
    const user = userEvent.setup();
    render(<CallFlow />);
    const box = await screen.findByPlaceholderText('Write a message');
    server.routes['POST /api/calls/:id/chat'] = () => apiError(503, 'unavailable');
    await user.type(box, 'Order 4521{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Send again' }));
    const sent = server.sent('POST /api/calls/:id/chat') as { messageId: string; text: string }[];
    expect(sent).toHaveLength(2);
    expect(sent[0]).toEqual(sent[1]);
  });

  it('asks the rating first, then sends it with the comment', async () => {
    const server = withCall(fakeCallView({ status: 'wrap-up', agentName: 'Alex Agent' }));
    const user = userEvent.setup();
    render(<CallFlow />);
    await user.click(await screen.findByRole('radio', { name: /Very good/ }));
    await user.type(screen.getByLabelText('Anything to add?'), 'Quick and kind.');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByText('Thank you');
    expect(server.sent('POST /api/calls/:id/rating')).toEqual([
      { score: 5, comment: 'Quick and kind.' },
    ]);
  });
});

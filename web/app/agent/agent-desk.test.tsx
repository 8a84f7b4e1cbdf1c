import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { aQueueId, aUserId } from '@agent/testing/ids';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiError } from '#client/test-support/fake-server.ts';
import { callShortcuts } from './call-shortcuts.ts';
import { RECORDING_SHORTCUT } from './recording-controls.tsx';
import { agentCall, desk, offer, openDesk, outcomes } from './test-support/open-desk.tsx';

const microphone = vi.hoisted(() => ({ answer: 'granted' }));
vi.mock('@agent/ui/live', async (original) => {
  const live = await original<typeof import('@agent/ui/live')>();
  const { fakeRooms } = await import('@agent/ui/live/testing');
  return {
    ...live,
    askForMicrophone: async () => microphone.answer,
    useAudioCall: (options: Parameters<typeof live.useAudioCall>[0]) =>
      live.useAudioCall({ ...options, createRoom: fakeRooms().createRoom }),
  };
});

beforeEach(() => {
  microphone.answer = 'granted';
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
  document.title = '';
});

describe('going available', () => {
  it('asks for the microphone first and tells the server then', async () => {
    const { server, user } = openDesk();
    await server.push(desk({ status: 'offline' }));
    await user.click(screen.getByRole('button', { name: 'Go available' }));
    await waitFor(() =>
      expect(server.sent('POST /api/agent/status')).toEqual([{ status: 'available' }]),
    );
  });

  it('does not go available while the microphone is blocked, and says the way out', async () => {
    const { server, user } = openDesk();
    microphone.answer = 'microphone-denied';
    await server.push(desk({ status: 'offline' }));
    await user.click(screen.getByRole('button', { name: 'Go available' }));
    expect(await screen.findByText('Your microphone is blocked')).toBeTruthy();
    expect(server.sent('POST /api/agent/status')).toEqual([]);
    microphone.answer = 'granted';
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(server.sent('POST /api/agent/status')).toHaveLength(1));
    expect(screen.queryByText('Your microphone is blocked')).toBeNull();
  });
});

it('says that newer windows have taken its place, and takes it back when asked', async () => {
  const { server, user } = openDesk();
  await server.push(desk());
  await server.replaceStreams('/api/agent/stream');
  expect(await screen.findByText('This page is open in newer windows')).toBeTruthy();
  expect(server.openStreams()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Use this window' }));
  expect(server.openStreams()).toEqual(['/api/agent/stream']);
  await server.push(desk());
  expect(screen.queryByText('This page is open in newer windows')).toBeNull();
});

describe('an offer', () => {
  it('is accepted with Enter and shown in the title of the tab', async () => {
    const { server, user } = openDesk();
    await server.push(desk({ status: 'offered', offer }));
    expect(document.title).toBe('Maria Santos is waiting');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(server.sent('POST /api/calls/:id/offer/accept')).toHaveLength(1));
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    expect(screen.queryByText('Incoming call', { selector: 'p *, p' })).toBeNull();
    expect(screen.getByRole('button', { name: /Hang up/ })).toBeTruthy();
    expect(document.title).not.toMatch(/waiting/);
    expect(document.activeElement?.outerHTML).toMatch(/^<h2.*Maria Santos/);
  });

  it('keeps counting down when the stream repeats it', async () => {
    const { server } = openDesk();
    await server.push(desk({ status: 'offered', offer }));
    await server.push(desk({ status: 'offered', offer: { ...offer, remainingMs: 15_000 } }));
    expect(screen.getByText(/(20|19|18) s left/)).toBeTruthy();
  });

  it('says that the customer talked with another agent before, and shows all of that once taken', async () => {
    // Of a list only what is in view is in the page.
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600);
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(400);
    const log = fakeLog();
    Object.assign(log.envelopes[1]?.event.data ?? {}, { agentName: 'Sam Lee' });
    log.say('agent', 1);
    log.append('call.requeued', { reason: 'agent-left' }, 10_000);
    log.append('call.accepted', { agentName: 'Alex Agent' }, 50_000);
    log.say('agent', 6_000);
    const { server } = openDesk(log);
    await server.push(desk({ status: 'offered', offer: { ...offer, answeredBefore: true } }));
    expect(screen.getByText(/Talked with another agent, who had to leave/)).toBeTruthy();
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    expect(await screen.findByText('Waited 0:40 for another agent')).toBeTruthy();
    const turns = [...document.querySelectorAll('[data-slot="transcript-turn"]')];
    expect(turns.map((turn) => turn.textContent)).toEqual([
      expect.stringMatching(/^Sam Lee.*Sentence 1\./),
      expect.stringMatching(/^Alex Agent.*Sentence 6000\./),
    ]);
  });

  it('says so when the call went to somebody else', async () => {
    const { server, user } = openDesk();
    server.routes['POST /api/calls/:id/offer/accept'] = () => apiError(409, 'conflict');
    await server.push(desk({ status: 'offered', offer }));
    await user.click(screen.getByRole('button', { name: /Accept/ }));
    expect(await screen.findByText('It is conflict.')).toBeTruthy();
  });
});

describe('on a call', () => {
  it('holds with H and hangs up with Ctrl+Shift+E', async () => {
    const { server, user } = openDesk();
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    await user.keyboard('h');
    await waitFor(() => expect(server.sent('POST /api/calls/:id/hold')).toEqual([{ held: true }]));
    await user.keyboard('{Control>}{Shift>}E{/Shift}{/Control}');
    await waitFor(() => expect(server.sent('POST /api/calls/:id/hangup')).toHaveLength(1));
  });

  it('pauses the recording with P, says when it goes on by itself, and goes on', async () => {
    const log = fakeLog({ recorded: true });
    log.append('recording.started', { fromMs: 0 }, 100);
    const { server, user } = openDesk(log);
    const answeredAt = new Date(Date.now() - 60_000).toISOString();
    server.routes['POST /api/calls/:id/recording-pause'] = (body) => {
      const { paused } = body as { paused: boolean };
      log.append(paused ? 'recording.paused' : 'recording.resumed', {}, 30_000);
      return { status: 204 };
    };
    await server.push(
      desk({ status: 'on-call', call: agentCall({ status: 'active', answeredAt }) }),
    );
    expect(await screen.findByText('Recording')).toBeTruthy();
    await user.keyboard('p');
    expect(await screen.findByText(/goes on by itself in/)).toBeTruthy();
    expect(screen.getByText(/^4:(30|29|28|27)$|^04:(30|29|28|27)$/)).toBeTruthy();
    expect(screen.getAllByText('Recording paused').length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: /Resume recording/ }));
    expect(await screen.findByText('Recording')).toBeTruthy();
    expect(screen.queryByText(/goes on by itself in/)).toBeNull();
    expect(server.sent('POST /api/calls/:id/recording-pause')).toEqual([
      { paused: true },
      { paused: false },
    ]);
    expect(callShortcuts.map(({ keys }) => keys)).toContain(RECORDING_SHORTCUT);
  });

  it('has nothing to pause where the customer did not agree, and says so', async () => {
    const { server, user } = openDesk();
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    expect(await screen.findByText('Not recorded')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /recording/ })).toBeNull();
    await user.keyboard('p');
    expect(server.sent('POST /api/calls/:id/recording-pause')).toEqual([]);
  });

  it('hangs up as soon as the server is back, and lets nobody be heard until then', async () => {
    const { server, user } = openDesk();
    server.routes['POST /api/calls/:id/hangup'] = () => apiError(503, 'unavailable');
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    await user.keyboard('{Control>}{Shift>}E{/Shift}{/Control}');
    expect(await screen.findByText(/You have hung up, and your microphone is off/)).toBeTruthy();
    expect(await screen.findByRole('button', { name: /Unmute/ })).toBeTruthy();
    server.routes['POST /api/calls/:id/hangup'] = () => ({ status: 204 });
    await waitFor(
      () => expect(server.sent('POST /api/calls/:id/hangup').length).toBeGreaterThan(1),
      { timeout: 10_000 },
    );
    await waitFor(() => expect(screen.queryByText(/You have hung up, and/)).toBeNull());
    sessionStorage.clear();
  });

  it('keeps the mute over a reload of the page', async () => {
    const { server, user } = openDesk();
    const call = agentCall({ status: 'active' });
    await server.push(desk({ status: 'on-call', call }));
    await user.keyboard('m');
    expect(await screen.findByRole('button', { name: /Unmute/ })).toBeTruthy();
    cleanup();
    const again = openDesk();
    await again.server.push(desk({ status: 'on-call', call }));
    expect(await screen.findByRole('button', { name: /Unmute/ })).toBeTruthy();
    sessionStorage.clear();
  });

  it('leaves letters to the chat box', async () => {
    const { server, user } = openDesk();
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    await user.type(await screen.findByPlaceholderText('Write a message'), 'hm');
    expect(server.sent('POST /api/calls/:id/hold')).toEqual([]);
    expect(screen.getByRole('button', { name: /^Mute/ })).toBeTruthy();
  });
});

describe('wrap-up', () => {
  const call = agentCall({
    status: 'wrap-up',
    endedAt: '2026-11-23T10:05:00.000Z',
    wrapUp: {
      ...{ disposition: 'resolved', notes: 'Typed before the reload.', lines: [] },
      ...{ outcomes, outcomeRequired: true },
    },
  });

  it('starts with what was saved and finishes with what is there', async () => {
    const { server, user } = openDesk();
    await server.push(desk({ status: 'wrap-up', call }));
    const notes = (await screen.findByLabelText('Notes')) as HTMLTextAreaElement;
    expect(notes.value).toBe('Typed before the reload.');
    await user.type(notes, ' More.');
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    await waitFor(() =>
      expect(server.sent('POST /api/calls/:id/wrap-up')).toEqual([
        { disposition: 'resolved', notes: 'Typed before the reload. More.', lines: [] },
      ]),
    );
  });

  it('says that the system closed it while the agent was away', async () => {
    const { server } = openDesk();
    const closedAt = '2026-11-23T10:15:00.000Z';
    const closedInAbsence = { callId: call.callId, customerName: 'Maria Santos', closedAt };
    await server.push(desk({ status: 'offline', closedInAbsence }));
    expect(await screen.findByText(/closed while you were away/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Go available' })).toBeTruthy();
    await server.push(desk({ status: 'available', closedInAbsence: null }));
    await waitFor(() => expect(screen.queryByText(/closed while you were away/)).toBeNull());
  });

  it('says that nothing was said, not that it is still to come', async () => {
    const { server } = openDesk();
    await server.push(desk({ status: 'wrap-up', call }));
    expect(await screen.findByText('Nothing was said')).toBeTruthy();
    expect(screen.queryByText('Nothing said yet')).toBeNull();
  });

  it('says why a call is over that nobody has ended', async () => {
    const log = fakeLog();
    log.append('call.accepted', { agentId: aUserId(fakeUuid(7)), agentName: 'Alex Agent' });
    log.append('call.ended', { reason: 'customer-lost' });
    const { server } = openDesk(log);
    await server.push(desk({ status: 'wrap-up', call }));
    const why = 'The connection to Maria was gone for a minute, so the call has ended.';
    expect(await screen.findByText(why)).toBeTruthy();
  });

  it('saves at once what is not saved when the page goes away', async () => {
    const { server, user } = openDesk();
    await server.push(desk({ status: 'wrap-up', call }));
    await user.type(await screen.findByLabelText('Notes'), '!');
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(() =>
      expect(server.sent('PUT /api/calls/:id/wrap-up')).toContainEqual({
        disposition: 'resolved',
        notes: 'Typed before the reload.!',
        lines: [],
      }),
    );
  });
});

describe('an agent of several queues', () => {
  const billing = { id: aQueueId('billing'), name: 'Billing' };
  const several = [billing, { id: aQueueId('orders'), name: 'Orders' }];

  it('sees which one a call is of, at the offer and on the call', async () => {
    const { server } = openDesk();
    await server.push(desk({ queues: several }));
    expect(screen.getByText(/You take calls of Billing and Orders\./)).toBeTruthy();
    await server.push(
      desk({ queues: several, status: 'offered', offer: { ...offer, queue: billing } }),
    );
    expect(within(screen.getByRole('alertdialog')).getByText('Billing')).toBeTruthy();
    const call = agentCall({ status: 'active', queue: billing });
    await server.push(desk({ queues: several, status: 'on-call', call }));
    expect(screen.getByText('Billing')).toBeTruthy();
  });

  it('is told what to do when it has none, and nothing of queues when it has one', async () => {
    const { server } = openDesk();
    await server.push(desk({ queues: [] }));
    expect(screen.getByText('You are in no queue')).toBeTruthy();
    await server.push(desk({ status: 'offered', offer }));
    expect(screen.queryByText('Main')).toBeNull();
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    expect(screen.queryByText('Main')).toBeNull();
  });
});

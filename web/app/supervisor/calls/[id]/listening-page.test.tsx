import { fakeLog, fakeSuggestion, fakeUuid } from '@agent/testing/fake-log';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { DisconnectReason } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { fakeDialogs } from '#client/test-support/fake-dialogs.ts';
import { apiError, fakeCallId } from '#client/test-support/fake-server.ts';
import { fakeSupervisorRoom as room } from '#client/test-support/fake-supervisor-room.tsx';
import { ListeningPage } from './listening-page.tsx';
import { fakeAccess, openListening } from './test-support/open-listening.tsx';

vi.mock('@livekit/components-react', async () => {
  const { fakeSupervisorRoom } = await import('#client/test-support/fake-supervisor-room.tsx');
  return fakeSupervisorRoom.components;
});
vi.mock('#client/listening/supervisor-room.ts', async (original) => ({
  ...(await original<typeof import('#client/listening/supervisor-room.ts')>()),
  newSupervisorRoom: () => room.room,
  letGoOf: async () => undefined,
}));
vi.mock('next/navigation', () => ({ usePathname: () => window.location.pathname }));

const assign = vi.fn();
beforeEach(() => {
  fakeDialogs();
  // Rows of the transcript are there as far as there is room.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600);
  vi.stubGlobal('location', { pathname: '/', assign, reload: vi.fn() });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
  assign.mockClear();
  room.reset();
});

const isShown = () => screen.findByText('on call');

describe('listening to a call', () => {
  it('enters the room by the way in, without a microphone, and shows the screen of the agent', async () => {
    const log = fakeLog();
    log.say('customer', 1, -0.5);
    const { server, container } = openListening(log);
    expect(screen.getByText('You are silent.')).toBeTruthy();
    await isShown();
    expect(await screen.findByText('Sentence 1.')).toBeTruthy();
    expect(room.fake.tokens).toEqual(['token-1']);
    expect(room.wantsAudio()).toBe(false);
    expect(server.sent('POST /api/calls/:id/monitor')).toHaveLength(1);
    expect(screen.getByText('You are silent.')).toBeTruthy();
    expect(await axeFaults(container)).toEqual([]);
  });

  it('has no button by which something of the call could be changed', async () => {
    const log = fakeLog();
    log.append('suggestion.offered', fakeSuggestion());
    openListening(log);
    await isShown();
    const suggestion = await screen.findByRole('article', { name: 'Suggestion 1' });
    expect(within(suggestion).queryAllByRole('button')).toEqual([]);
    for (const name of ['Hang up', 'Mute', 'Hold', /Suggestions shown/])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('shows at once what the room tells', async () => {
    openListening();
    await isShown();
    await room.tell({
      kind: 'interim',
      callId: fakeCallId,
      segment: {
        ...{ segmentId: fakeUuid(77), speaker: 'customer', revision: 1, startMs: 10, endMs: 900 },
        ...{ stable: 'I have called four times', tail: ' already' },
      },
    });
    expect(await screen.findByText(/I have called four times/)).toBeTruthy();
  });

  it('leaves with the page, once', async () => {
    const { unmount, left } = openListening();
    await isShown();
    fireEvent(window, new Event('pagehide'));
    unmount();
    await waitFor(() => expect(left()).toEqual([fakeAccess(1).monitorId]));
  });

  it('says where the agent is told', async () => {
    const { server } = openListening();
    await isShown();
    cleanup();
    expect(screen.queryByText(/The agent is told/)).toBeNull();
    server.routes['POST /api/calls/:id/monitor'] = () => ({
      status: 201,
      body: fakeAccess(2, { agentTold: true }),
    });
    render(<ListeningPage callId={fakeCallId} />);
    expect(await screen.findByText(/The agent is told that you listen/)).toBeTruthy();
  });

  it('keeps how loud each side is wanted', async () => {
    openListening();
    await isShown();
    fireEvent.change(screen.getByRole('slider', { name: 'Volume of Maria' }), {
      target: { value: '0.25' },
    });
    expect(JSON.parse(localStorage.getItem('listening') ?? '')).toEqual({
      customer: 0.25,
      agent: 1,
    });
  });

  it('asks for the press without which the browser plays nothing', async () => {
    room.fake.canPlayAudio = false;
    openListening();
    await isShown();
    expect(screen.getByRole('button', { name: 'Turn the sound on' })).toBeTruthy();
  });
});

describe('the end of listening', () => {
  it('says that the call is over, and leads to its replay', async () => {
    const { log, left } = openListening();
    await isShown();
    const ended = log.append('call.ended', { reason: 'agent-hung-up' }, 65_000);
    await room.tell({ kind: 'event', callId: fakeCallId, envelope: ended });
    expect(await screen.findByText('The call is over')).toBeTruthy();
    expect(screen.getByText(/talked for 1:05/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Play it again' }).getAttribute('href')).toBe(
      `/calls/${fakeCallId}`,
    );
    expect(left()).toEqual([fakeAccess(1).monitorId]);
  });

  it('says so also when the room is closed before the last event of the call is here', async () => {
    openListening();
    await isShown();
    await room.out(DisconnectReason.ROOM_DELETED);
    expect(await screen.findByText('The call is over')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Play it again' }).getAttribute('href')).toBe(
      `/calls/${fakeCallId}`,
    );
  });

  it('says so, too, where it was put out first because the call was over', async () => {
    const { server } = openListening();
    await isShown();
    server.routes['POST /api/calls/:id/monitor'] = () =>
      apiError(409, 'conflict', { call: 'over' });
    await room.out(DisconnectReason.PARTICIPANT_REMOVED);
    expect(await screen.findByText('The call is over')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Play it again' })).toBeTruthy();
  });

  it('asks the server why it was put out, and says so', async () => {
    const { server } = openListening();
    await isShown();
    server.routes['POST /api/calls/:id/monitor'] = () => apiError(401, 'not-signed-in');
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    await room.out(DisconnectReason.PARTICIPANT_REMOVED);
    expect(await screen.findByText('You are signed out')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeTruthy();
  });

  it('says that it was put out where it would be put out again', async () => {
    const { user } = openListening();
    await isShown();
    await room.out(DisconnectReason.PARTICIPANT_REMOVED);
    await vi.waitFor(() => expect(room.fake.tokens).toHaveLength(2));
    await isShown();
    await room.out(DisconnectReason.PARTICIPANT_REMOVED);
    expect(await screen.findByText('You have been taken out of this call')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Listen again' }));
    await isShown();
    expect(room.fake.tokens).toEqual(['token-1', 'token-2', 'token-3']);
  });

  it('listens again by itself after the connection has broken, as somebody new', async () => {
    openListening();
    await isShown();
    await room.out(DisconnectReason.SIGNAL_CLOSE);
    expect(await screen.findByText('The call cannot be reached')).toBeTruthy();
    await isShown();
    expect(room.fake.tokens).toEqual(['token-1', 'token-2']);
  });

  it('says what the server says of a call that cannot be heard', async () => {
    const { server } = openListening();
    await isShown();
    cleanup();
    for (const [status, code, words] of [
      [404, 'not-found', 'This call is not yours to hear'],
      [403, 'forbidden', 'You may not listen to calls'],
      [409, 'conflict', 'It is conflict.'],
    ] as const) {
      server.routes['POST /api/calls/:id/monitor'] = () => apiError(status, code);
      render(<ListeningPage callId={fakeCallId} />);
      expect(await screen.findByText(words)).toBeTruthy();
      cleanup();
    }
  });
});

describe('a request for help', () => {
  it('is shown, taken and done from here', async () => {
    const log = fakeLog();
    const helpId = fakeUuid(70);
    log.append('help.requested', { helpId, reason: 'Refund?' });
    const { server, user } = openListening(log);
    await isShown();
    expect((await screen.findByText('asks for help')).textContent).toBe('Alex Agent asks for help');
    const route = `POST /api/calls/:id/alerts/help:${helpId}`;
    await user.click(screen.getByRole('button', { name: 'I take it' }));
    expect(await screen.findByText(/It is not-found/)).toBeTruthy();
    server.routes[route] = () => {
      log.append('help.taken', { helpId, by: 'Sam' });
      return { status: 204 };
    };
    await user.click(screen.getByRole('button', { name: 'I take it' }));
    expect((await screen.findByText('helps')).textContent).toBe('Sam helps Alex Agent');
    server.routes[route] = () => {
      log.append('help.ended', { helpId, how: 'done' });
      return { status: 204 };
    };
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Done' })).toBeNull());
    expect(server.sent(route)).toEqual([{ act: 'take' }, { act: 'take' }, { act: 'done' }]);
  });
});

describe('coaching', () => {
  it('writes to the agent alone, and keeps what could not be sent', async () => {
    const { server, user, log } = openListening();
    await isShown();
    const box = screen.getByRole('textbox', { name: 'Message to Alex alone' });
    await user.type(box, 'Offer express.{Enter}');
    expect(await screen.findByText('Not sent')).toBeTruthy();
    server.routes['POST /api/calls/:id/coach'] = (body) => ({
      status: 201,
      body: log.append('coach.message', {
        ...(body as { messageId: string; text: string }),
        from: 'Sam',
      }),
    });
    await user.click(screen.getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(screen.queryByText('Not sent')).toBeNull());
    const [first, second] = server.sent('POST /api/calls/:id/coach');
    expect(second).toEqual(first);
    expect(first).toMatchObject({ text: 'Offer express.' });
  });
});

describe('the step to being heard', () => {
  it('asks first, and goes to another document then', async () => {
    const { user } = openListening();
    await isShown();
    await user.click(screen.getByRole('button', { name: 'Join the conversation…' }));
    const dialog = screen.getByRole('dialog', { name: 'Join the conversation?' });
    expect(within(dialog).getByText(/will both hear you/)).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('Stay silent');
    await user.click(within(dialog).getByRole('button', { name: 'Stay silent' }));
    expect(assign).not.toHaveBeenCalled();
    expect(sessionStorage.getItem('speaking-intent')).toBeNull();
    await user.keyboard('j');
    await user.click(screen.getByRole('button', { name: 'Join, and be heard' }));
    expect(assign).toHaveBeenCalledWith(`/supervisor/calls/${fakeCallId}/speak`);
    expect(sessionStorage.getItem('speaking-intent')).toContain(fakeCallId);
  });

  it('is not there while another supervisor talks', async () => {
    const log = fakeLog();
    log.append('supervisor.joined', { joinId: fakeUuid(77), name: 'Sam' });
    openListening(log);
    await isShown();
    expect(await screen.findByText('Sam')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Join the conversation/ })).toBeNull();
    await act(async () => fireEvent.keyDown(document.body, { key: 'j' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

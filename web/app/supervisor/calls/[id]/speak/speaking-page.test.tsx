import type { fakeLog } from '@agent/testing/fake-log';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { DisconnectReason } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteSpeakingIntent } from '#client/listening/speaking-intent.ts';
import { axeFaults } from '#client/test-support/axe-faults.ts';
import { fakeDialogs } from '#client/test-support/fake-dialogs.ts';
import { apiError, fakeCallId } from '#client/test-support/fake-server.ts';
import { fakeSupervisorRoom as room } from '#client/test-support/fake-supervisor-room.tsx';
import { fakeAccess, openSpeaking } from '../test-support/open-listening.tsx';

const microphone = vi.hoisted(() => ({ answer: 'granted', asked: 0 }));
vi.mock('@agent/ui/live', async (original) => ({
  ...(await original<typeof import('@agent/ui/live')>()),
  askForMicrophone: async () => {
    microphone.asked += 1;
    return microphone.answer;
  },
}));
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
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600);
  vi.stubGlobal('location', { pathname: '/', assign, reload: vi.fn() });
  Object.assign(microphone, { answer: 'granted', asked: 0 });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  sessionStorage.clear();
  assign.mockClear();
  room.reset();
});

const joins = 'POST /api/calls/:id/join';
/** As who comes from the page before, where it was asked. */
function openConfirmed(log?: ReturnType<typeof fakeLog>) {
  noteSpeakingIntent(fakeCallId, Date.now());
  return openSpeaking(log);
}

describe('before one is heard', () => {
  it('joins nobody who comes by an address, or loads the page again', async () => {
    const { server, container } = openSpeaking();
    expect(screen.getByText('Nobody can hear you.')).toBeTruthy();
    expect(await axeFaults(container)).toEqual([]);
    expect(microphone.asked).toBe(0);
    expect(server.sent(joins)).toEqual([]);
    cleanup();
    const confirmed = openConfirmed();
    await screen.findByText('Both can hear you.');
    confirmed.unmount();
    const again = openSpeaking();
    expect(screen.getByRole('button', { name: 'Join, and be heard' })).toBeTruthy();
    expect(again.server.sent(joins)).toEqual([]);
  });

  it('counts no yes that was meant for another call, or is old', async () => {
    noteSpeakingIntent(fakeCallId, Date.now() - 30_000);
    const { server } = openSpeaking();
    expect(server.sent(joins)).toEqual([]);
    sessionStorage.setItem('speaking-intent', '{"callId":"x","atMs":1}');
    cleanup();
    expect(openSpeaking().server.sent(joins)).toEqual([]);
  });

  it('announces nobody whose browser gives no microphone', async () => {
    microphone.answer = 'microphone-denied';
    const { server, user } = openConfirmed();
    expect(await screen.findByText('Your microphone is blocked')).toBeTruthy();
    expect(server.sent(joins)).toEqual([]);
    microphone.answer = 'granted';
    await user.click(screen.getByRole('button', { name: 'Join, and be heard' }));
    expect(await screen.findByText('Both can hear you.')).toBeTruthy();
    expect(server.sent(joins)).toHaveLength(1);
  });

  it('says who was faster', async () => {
    const { server, user } = openSpeaking();
    server.routes[joins] = () => apiError(409, 'conflict');
    await user.click(screen.getByRole('button', { name: 'Join, and be heard' }));
    expect(await screen.findByText('It is conflict.')).toBeTruthy();
    expect(screen.getByText('Nobody can hear you.')).toBeTruthy();
    expect(room.fake.microphone.isOpen).toBe(false);
  });
});

describe('in the conversation', () => {
  it('is heard by both, mutes and unmutes by button and key', async () => {
    const { user, container } = openConfirmed();
    expect(await screen.findByText('Both can hear you.')).toBeTruthy();
    await screen.findByText('on call');
    expect(room.fake.microphone.isOpen).toBe(true);
    expect(await axeFaults(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Mute/ }));
    expect(await screen.findByText(/You are muted/)).toBeTruthy();
    expect(room.fake.microphone.isOpen).toBe(false);
    await user.keyboard('m');
    expect(await screen.findByText('Both can hear you.')).toBeTruthy();
  });

  it('is not heard while the call is on hold', async () => {
    const { log } = openConfirmed();
    await screen.findByText('Both can hear you.');
    const held = log.append('call.held', {});
    await room.tell({ kind: 'event', callId: fakeCallId, envelope: held });
    expect(await screen.findByText('On hold: nobody can hear you.')).toBeTruthy();
    expect(room.fake.microphone.isOpen).toBe(false);
  });

  it('says that nobody hears it when the microphone fails', async () => {
    room.fake.microphone.fails = Object.assign(new Error('gone'), { name: 'NotFoundError' });
    const { user } = openConfirmed();
    expect(await screen.findByText(/there is no microphone/)).toBeTruthy();
    expect(await screen.findByText('No microphone found')).toBeTruthy();
    room.fake.microphone.fails = null;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Both can hear you.')).toBeTruthy();
  });

  it.each([
    ['Leave, and listen on', `/supervisor/calls/${fakeCallId}`],
    ['Leave the conversation', '/supervisor'],
  ])('leaves by “%s”, and the call goes on', async (name, href) => {
    const { user, left, server } = openConfirmed();
    await screen.findByText('on call');
    await user.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(left()).toEqual([fakeAccess(1).monitorId]));
    expect(assign).toHaveBeenCalledWith(href);
    expect(server.asked.some(({ route }) => route.includes('hangup'))).toBe(false);
  });

  it('leaves with the page', async () => {
    const { left } = openConfirmed();
    await screen.findByText('on call');
    fireEvent(window, new Event('pagehide'));
    await waitFor(() => expect(left()).toEqual([fakeAccess(1).monitorId]));
  });

  it('does not come back by itself after the connection has broken', async () => {
    const { server, user } = openConfirmed();
    await screen.findByText('on call');
    await room.out(DisconnectReason.SIGNAL_CLOSE);
    expect(await screen.findByText('The connection was lost')).toBeTruthy();
    expect(screen.getByText('Nobody can hear you.')).toBeTruthy();
    expect(server.sent(joins)).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Join again, and be heard' }));
    expect(await screen.findByText('Both can hear you.')).toBeTruthy();
    expect(server.sent(joins)).toHaveLength(2);
  });
});

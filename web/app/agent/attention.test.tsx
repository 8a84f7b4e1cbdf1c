import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeDialogs } from '#client/test-support/fake-dialogs.ts';
import { fakeNotifications, putInFront } from '#client/test-support/fake-notifications.ts';
import { agentCall, desk, offer, openDesk } from './test-support/open-desk.tsx';

vi.mock('@agent/ui/live', async (original) => {
  const live = await original<typeof import('@agent/ui/live')>();
  const { fakeRooms } = await import('@agent/ui/live/testing');
  return {
    ...live,
    askForMicrophone: async () => 'granted',
    useAudioCall: (options: Parameters<typeof live.useAudioCall>[0]) =>
      live.useAudioCall({ ...options, createRoom: fakeRooms().createRoom }),
  };
});

beforeAll(fakeDialogs);
beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="/icon.svg">';
  putInFront(true);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  localStorage.clear();
  document.title = '';
});

const offered = desk({ status: 'offered', offer });
const icon = () => document.querySelector('link[rel=icon]')?.getAttribute('href');
const remember = (part: object) =>
  localStorage.setItem(
    'offer-ring',
    JSON.stringify({ on: true, volume: 0.6, speakerId: null, ...part }),
  );
const openSettings = async (user: ReturnType<typeof openDesk>['user']) => {
  await user.click(screen.getByRole('button', { name: /^Ring and notifications/ }));
  return within(screen.getByRole('dialog', { name: 'Ring and notifications' }));
};

describe('the ring', () => {
  it('goes on until the offer is taken, and is heard in no call', async () => {
    const { server, sound } = openDesk();
    await server.push(desk());
    expect(sound.rings).toEqual([]);
    await server.push(offered);
    await waitFor(() => expect(sound.playing()).toMatchObject([{ loop: true, volume: 0.6 }]));
    await server.push(desk({ status: 'offered', offer: { ...offer, remainingMs: 9_000 } }));
    expect(sound.rings).toHaveLength(1);
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    expect(sound.playing()).toEqual([]);
    await server.push(desk({ status: 'offered', call: agentCall({ status: 'active' }), offer }));
    expect(sound.rings).toHaveLength(1);
  });

  it('ends with the time of the offer, also when nothing more is heard of it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true });
    const { server, sound } = openDesk();
    await server.push(offered);
    await waitFor(() => expect(sound.playing()).toHaveLength(1));
    act(() => void vi.advanceTimersByTime(20_000));
    expect(sound.playing()).toEqual([]);
  });

  it('is silent in a window whose place another has taken', async () => {
    const { server, sound } = openDesk();
    await server.push(offered);
    await waitFor(() => expect(sound.playing()).toHaveLength(1));
    await server.replaceStreams('/api/agent/stream');
    await waitFor(() => expect(sound.playing()).toEqual([]));
    expect(document.title).not.toMatch(/waiting/);
  });

  it('is silent where it is turned off', async () => {
    remember({ on: false });
    const { server, sound } = openDesk();
    await server.push(offered);
    expect(screen.getByRole('button', { name: /ring is off/ })).toBeTruthy();
    expect(sound.playing()).toEqual([]);
  });

  it('rings on the speaker and as loud as it was chosen in this browser', async () => {
    const { server, sound, user } = openDesk();
    await server.push(desk());
    const settings = await openSettings(user);
    await user.selectOptions(settings.getByLabelText('Ring on'), 'The room');
    fireEvent.change(settings.getByLabelText('Volume'), { target: { value: '85' } });
    await user.click(settings.getByRole('button', { name: 'Test ring' }));
    const chosen = { volume: 0.85, speakerId: 'room' };
    await waitFor(() => expect(sound.playing()).toMatchObject([{ ...chosen, loop: false }]));
    expect(settings.getByText('You should hear two notes now.')).toBeTruthy();
    cleanup();
    const again = openDesk();
    await again.server.push(offered);
    await waitFor(() => expect(again.sound.playing()).toMatchObject([{ ...chosen, loop: true }]));
  });

  it('gives the desk back to an offer that comes while its settings are open', async () => {
    const { server, user } = openDesk();
    await server.push(desk());
    await openSettings(user);
    await server.push(offered);
    expect(screen.queryByRole('dialog', { name: 'Ring and notifications' })).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(server.sent('POST /api/calls/:id/offer/accept')).toHaveLength(1));
  });

  it('falls back to the default speaker when the chosen one is gone, before and in the middle, and says so', async () => {
    remember({ speakerId: 'headset' });
    const { server, sound, user } = openDesk();
    await server.push(offered);
    await waitFor(() => expect(sound.playing()).toMatchObject([{ speakerId: 'headset' }]));
    act(() => sound.plug(['default', 'room']));
    await waitFor(() => expect(sound.playing()).toMatchObject([{ speakerId: '' }]));
    await server.push(desk());
    expect(await screen.findByText('The speaker for the ring is gone')).toBeTruthy();
    await server.push(
      desk({ status: 'offered', offer: { ...offer, expiresAt: '2026-11-23T10:09:00.000Z' } }),
    );
    await waitFor(() => expect(sound.playing()).toMatchObject([{ speakerId: '' }]));
    await server.push(desk());
    await user.click(screen.getByRole('button', { name: 'Choose another' }));
    expect(await screen.findByText('The speaker that was chosen is gone')).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Ring on'), 'The room');
    expect(screen.queryByText('The speaker for the ring is gone')).toBeNull();
  });

  it('does not wait for a speaker that never answers', async () => {
    remember({ speakerId: 'headset' });
    const { server, sound } = openDesk();
    sound.isSpeakerSlow = true;
    await server.push(offered);
    await waitFor(() => expect(sound.playing()).toHaveLength(1), { timeout: 5_000 });
  });

  it('says before a call comes that the browser would refuse, and is heard once the page has been used', async () => {
    const { server, sound, user } = openDesk();
    sound.isBlocked = true;
    await server.push(desk());
    expect(await screen.findByText('Calls cannot ring yet')).toBeTruthy();
    expect(screen.getByRole('button', { name: /ring is blocked/ })).toBeTruthy();
    await server.push(offered);
    expect(sound.playing()).toEqual([]);
    sound.isBlocked = false;
    await user.keyboard('x');
    await waitFor(() => expect(sound.playing()).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText('Calls cannot ring yet')).toBeNull());
  });

  it('has no test during a call', async () => {
    const { server, user } = openDesk();
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    const settings = await openSettings(user);
    const test = settings.getByRole<HTMLButtonElement>('button', { name: 'Test ring' });
    expect(test.disabled).toBe(true);
    expect(settings.getByText('Not during a call.')).toBeTruthy();
  });
});

describe('notifications', () => {
  it('are asked for by a button alone, never by themselves', async () => {
    const notifications = fakeNotifications('default');
    const { server, user } = openDesk();
    putInFront(false);
    await server.push(offered);
    await server.push(desk());
    expect(notifications.asked).toBe(0);
    expect(notifications.shown()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Turn on notifications' }));
    await waitFor(() => expect(screen.queryByText('See calls behind other windows')).toBeNull());
    expect(notifications.asked).toBe(1);
    await server.push(offered);
    expect(notifications.shown()).toHaveLength(1);
  });

  it('say who waits by the first name and nothing else, only while another window is in front', async () => {
    const notifications = fakeNotifications('granted');
    const { server } = openDesk();
    await server.push(offered);
    expect(notifications.shown()).toEqual([]);
    act(() => putInFront(false));
    expect(notifications.shown()).toMatchObject([
      { title: 'Incoming call', body: 'Maria is waiting — 1:20' },
    ]);
    await server.push(desk({ status: 'offered', offer: { ...offer, waitedMs: 85_000 } }));
    expect(notifications.shown()).toHaveLength(1);
    act(() => putInFront(true));
    expect(notifications.shown()).toEqual([]);
  });

  it('bring the desk to the front when they are clicked, and go with the offer', async () => {
    const notifications = fakeNotifications('granted');
    const focus = vi.spyOn(window, 'focus').mockImplementation(() => undefined);
    const { server } = openDesk();
    act(() => putInFront(false));
    await server.push(offered);
    notifications.shown()[0]?.click();
    expect(focus).toHaveBeenCalledOnce();
    expect(notifications.shown()).toEqual([]);
    await server.push(desk());
    await server.push(
      desk({ status: 'offered', offer: { ...offer, expiresAt: '2026-11-23T10:09:00.000Z' } }),
    );
    expect(notifications.shown()).toHaveLength(1);
    await server.push(desk());
    expect(notifications.shown()).toEqual([]);
  });

  it('can be turned off, and say what to do where they are blocked or missing', async () => {
    const notifications = fakeNotifications('granted');
    const { server, user } = openDesk();
    await server.push(desk());
    const settings = await openSettings(user);
    await user.click(settings.getByLabelText(/Show a notification/));
    act(() => putInFront(false));
    await server.push(offered);
    expect(notifications.shown()).toEqual([]);
    cleanup();
    fakeNotifications('denied');
    const blocked = openDesk();
    await blocked.server.push(desk());
    expect(screen.queryByText('See calls behind other windows')).toBeNull();
    expect(
      (await openSettings(blocked.user)).getByText(/Click the lock in the address bar/),
    ).toBeTruthy();
    cleanup();
    vi.stubGlobal('Notification', undefined);
    const without = openDesk();
    await without.server.push(desk());
    expect(
      (await openSettings(without.user)).getByText(/shows no notifications of pages/),
    ).toBeTruthy();
  });

  it('are offered once: who puts that aside is left alone', async () => {
    fakeNotifications('default');
    const { server, user } = openDesk();
    await server.push(desk());
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    cleanup();
    const again = openDesk();
    await again.server.push(desk());
    expect(screen.queryByText('See calls behind other windows')).toBeNull();
    const settings = await openSettings(again.user);
    expect(settings.getByRole('button', { name: 'Turn on notifications' })).toBeTruthy();
  });
});

it('marks title and icon of the tab while a call is on offer, and the icon of an installed app', async () => {
  const setAppBadge = vi.fn(async () => undefined);
  const clearAppBadge = vi.fn(async () => undefined);
  Object.assign(navigator, { setAppBadge, clearAppBadge });
  document.title = 'Desk · Call centre';
  const { server } = openDesk();
  await server.push(offered);
  expect(document.title).toBe('Maria Santos is waiting');
  expect(icon()).toMatch(/^data:image\/svg\+xml,/);
  expect(setAppBadge).toHaveBeenCalledWith(1);
  await server.push(desk());
  expect(document.title).toBe('Desk · Call centre');
  expect(icon()).toBe('/icon.svg');
  expect(clearAppBadge).toHaveBeenCalledOnce();
});

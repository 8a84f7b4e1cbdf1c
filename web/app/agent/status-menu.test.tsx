import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { fakeDialogs } from '#client/test-support/fake-dialogs.ts';
import { apiError } from '#client/test-support/fake-server.ts';
import { agentCall, desk, offer, openDesk } from './test-support/open-desk.tsx';

const microphone = vi.hoisted(() => ({ asked: 0 }));
vi.mock('@agent/ui/live', async (original) => {
  const live = await original<typeof import('@agent/ui/live')>();
  const { fakeRooms } = await import('@agent/ui/live/testing');
  return {
    ...live,
    askForMicrophone: async () => {
      microphone.asked++;
      return 'granted';
    },
    useAudioCall: (options: Parameters<typeof live.useAudioCall>[0]) =>
      live.useAudioCall({ ...options, createRoom: fakeRooms().createRoom }),
  };
});

beforeAll(fakeDialogs);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  microphone.asked = 0;
});

const onCall = () => desk({ status: 'on-call', call: agentCall({ status: 'active' }) });
const wrapUp = () => agentCall({ status: 'wrap-up', endedAt: '2026-11-23T10:05:00.000Z' });
const trigger = () => screen.getByRole('button', { name: /^Your status/ });
const lines = () => screen.getAllByRole('menuitemradio').map((item) => item.textContent);

it('offers breaks with a reason between calls', async () => {
  const { server, user } = openDesk();
  await server.push(desk());
  await user.click(trigger());
  expect(lines()).toEqual([
    ...['Available', 'Lunch break', 'Short break', 'Training', 'Meeting'],
    ...['Another break …', 'Offline'],
  ]);
  await user.click(screen.getByRole('menuitemradio', { name: 'Training' }));
  await waitFor(() =>
    expect(server.sent('POST /api/agent/status')).toEqual([
      { status: 'break', reason: { kind: 'training' } },
    ]),
  );
  await server.push(desk({ status: 'break', breakReason: { kind: 'training', note: '' } }));
  expect(trigger().textContent).toContain('Your status: On break, training');
  expect(screen.getByText(/Reason: training\./)).toBeTruthy();
});

it('offers the same during a call for afterwards, says so, and takes it back without the microphone', async () => {
  const { server, user } = openDesk();
  await server.push(onCall());
  await user.click(trigger());
  expect(screen.getByRole('menuitemradio', { checked: true }).textContent).toBe(
    'Available after this call',
  );
  await user.click(screen.getByRole('menuitemradio', { name: 'Lunch break after this call' }));
  await waitFor(() =>
    expect(server.sent('POST /api/agent/status')).toEqual([
      { status: 'break', reason: { kind: 'lunch' } },
    ]),
  );
  const chosen = { nextStatus: 'break', breakReason: { kind: 'lunch', note: '' } } as const;
  await server.push({ ...onCall(), ...chosen });
  expect(trigger().textContent).toContain('Your status: On call, then lunch');
  expect(screen.getByText('Your break begins after this call.')).toBeTruthy();
  await server.push(desk({ status: 'wrap-up', call: wrapUp(), ...chosen }));
  expect(screen.getByText('Break after this call: lunch')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stay available' }));
  await waitFor(() =>
    expect(server.sent('POST /api/agent/status').at(-1)).toEqual({ status: 'available' }),
  );
  expect(microphone.asked).toBe(0);
  await server.push(desk({ status: 'wrap-up', call: wrapUp() }));
  expect(screen.queryByText('Break after this call: lunch')).toBeNull();
});

it('asks for words of another break, sends them, and says when they are refused', async () => {
  const { server, user } = openDesk();
  await server.push(onCall());
  await user.click(trigger());
  await user.click(screen.getByRole('menuitemradio', { name: 'Another break after this call …' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Break after this call' }));
  const note = dialog.getByLabelText<HTMLInputElement>(/What for/);
  expect(note.maxLength).toBe(60);
  // Letters are letters here, not the keys of a call.
  await user.type(note, '  The mhu doctor ');
  server.routes['POST /api/agent/status'] = () => apiError(409, 'conflict');
  await user.click(dialog.getByRole('button', { name: 'Break after this call' }));
  expect(await screen.findByText('It is conflict.')).toBeTruthy();
  expect(note.value).toBe('  The mhu doctor ');
  server.routes['POST /api/agent/status'] = () => ({ status: 204 });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: /Break after/ })).toBeNull());
  expect(server.sent('POST /api/agent/status').at(-1)).toEqual({
    ...{ status: 'break', reason: { kind: 'other', note: 'The mhu doctor' } },
  });
  expect(server.sent('POST /api/calls/:id/hold')).toEqual([]);
});

it('lets an offer be answered first', async () => {
  const { server, user } = openDesk();
  await server.push(desk());
  await user.click(trigger());
  await user.click(screen.getByRole('menuitemradio', { name: 'Another break …' }));
  expect(screen.getByRole('dialog', { name: 'Take a break' })).toBeTruthy();
  await server.push(desk({ status: 'offered', offer }));
  expect(screen.queryByRole('dialog', { name: 'Take a break' })).toBeNull();
  expect((trigger() as HTMLButtonElement).disabled).toBe(true);
  await server.push(desk());
  expect(screen.queryByRole('dialog', { name: 'Take a break' })).toBeNull();
});

it('says why somebody is on a break who did not choose one', async () => {
  const { server } = openDesk();
  await server.push(desk({ status: 'break', breakReason: { kind: 'no-answer', note: '' } }));
  expect(screen.getByText(/Nobody took the last call/)).toBeTruthy();
  expect(trigger().textContent).toContain('Your status: On break, a call was not answered');
});

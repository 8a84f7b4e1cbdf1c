import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { apiError } from '#client/test-support/fake-server.ts';
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

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const path = '/api/calls/:id/help';
const helpId = fakeUuid(300);

/** A call whose server takes requests for help, as the log tells it afterwards. */
async function onCall(log = fakeLog()) {
  const opened = openDesk(log);
  opened.server.routes[`POST ${path}`] = (body) => {
    const { reason = '' } = body as { reason?: string };
    return { status: 201, body: log.append('help.requested', { helpId, reason }, 12_000) };
  };
  opened.server.routes[`DELETE ${path}`] = () => {
    log.append('help.ended', { helpId, how: 'withdrawn' }, 30_000);
    return { status: 204 };
  };
  await opened.server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
  await screen.findByRole('button', { name: /I need help/ });
  return opened;
}

it('asks by its key, with a reason, and says how long ago that was', async () => {
  const { server, user } = await onCall();
  await user.keyboard('n');
  await user.type(screen.getByLabelText('What for?'), 'A refund above my limit');
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Asked for help')).toBeTruthy();
  expect(server.sent(`POST ${path}`)).toEqual([
    { helpId: expect.stringMatching(/^[0-9a-f-]{36}$/), reason: 'A refund above my limit' },
  ]);
  await user.keyboard('n');
  expect(screen.queryByLabelText('What for?')).toBeNull();
});

it('asks without a reason, and withdraws', async () => {
  const { server, user } = await onCall();
  await user.click(screen.getByRole('button', { name: /I need help/ }));
  await user.click(screen.getByRole('button', { name: 'Ask for help' }));
  await user.click(await screen.findByRole('button', { name: 'Withdraw' }));
  await screen.findByRole('button', { name: /I need help/ });
  expect(server.sent(`POST ${path}`)).toEqual([{ helpId: expect.any(String) }]);
  expect(server.sent(`DELETE ${path}`)).toHaveLength(1);
});

it('says who takes it, and that it is done', async () => {
  const log = fakeLog();
  log.append('help.requested', { helpId, reason: '' }, 12_000);
  log.append('help.taken', { helpId, by: 'Maria Ruiz' }, 20_000);
  const opened = openDesk(log);
  opened.server.routes[`DELETE ${path}`] = () => {
    log.append('help.ended', { helpId, how: 'done' }, 30_000);
    return { status: 204 };
  };
  await opened.server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
  const takes = { selector: '[data-slot="help-request-state"] *' };
  expect(await screen.findByText('Maria Ruiz takes it', takes)).toBeTruthy();
  await opened.user.click(screen.getByRole('button', { name: 'Done' }));
  await screen.findByRole('button', { name: /I need help/ });
});

it('asks once, also when the first answer was lost', async () => {
  const { server, user } = await onCall();
  const answer = server.routes[`POST ${path}`];
  server.routes[`POST ${path}`] = () => apiError(503, 'unavailable');
  await user.keyboard('n');
  await user.keyboard('{Enter}');
  await screen.findByText('It is unavailable.');
  if (answer) server.routes[`POST ${path}`] = answer;
  await user.keyboard('n');
  await user.keyboard('{Enter}');
  await screen.findByText('Asked for help');
  await waitFor(() => expect(screen.queryByText('It is unavailable.')).toBeNull());
  const [first, second] = server.sent(`POST ${path}`) as { helpId: string }[];
  expect(first?.helpId).toBe(second?.helpId);
});

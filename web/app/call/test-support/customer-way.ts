import type { CallView } from '@agent/protocol';
import { screen } from '@testing-library/react';
import type { userEvent } from '@testing-library/user-event';
import { fakeQueue } from '#client/test-support/fake-queue.ts';
import { apiError, fakeCallView, fakeServer } from '#client/test-support/fake-server.ts';

type User = ReturnType<typeof userEvent.setup>;

/** A server that has this call for the browser, or none. */
export function withCall(call: CallView | null) {
  return fakeServer({
    'GET /api/queues': () => ({ status: 200, body: { queues: [fakeQueue()] } }),
    'GET /api/calls/current': () =>
      call ? { status: 200, body: call } : apiError(404, 'not-found'),
    'POST /api/calls': () => ({ status: 201, body: fakeCallView() }),
    'POST /api/calls/:id/leave': () => ({ status: 204 }),
    'POST /api/calls/:id/rating': () => ({ status: 204 }),
  });
}

/** The first step. */
export async function fillDetails(user: User) {
  await user.type(await screen.findByLabelText('Your name'), 'Maria Santos');
  await user.type(screen.getByLabelText('E-mail or phone'), 'maria@example.com');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
}

/** The first two steps, with both answers yes. */
export async function goToMicrophone(user: User) {
  await fillDetails(user);
  await user.click(await screen.findByLabelText(/Yes, write it down/));
  await user.click(screen.getByLabelText(/Yes, record it/));
  await user.click(screen.getByRole('button', { name: 'Continue' }));
}

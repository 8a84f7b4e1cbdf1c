import type { OpenQueue } from '@agent/protocol';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeQueue } from '#client/test-support/fake-queue.ts';
import { apiError, fakeCallView } from '#client/test-support/fake-server.ts';
import { CallFlow } from './call-flow.tsx';
import { fillDetails, goToMicrophone, withCall } from './test-support/customer-way.ts';

const orders = fakeQueue('orders');
const billing = fakeQueue('billing', { language: 'de', recorded: false });

function withQueues(...queues: OpenQueue[]) {
  const server = withCall(null);
  server.routes['GET /api/queues'] = () => ({ status: 200, body: { queues } });
  return server;
}
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  window.history.replaceState(null, '', '/');
});

it('the queue is chosen first where there are several, and can be changed', async () => {
  const server = withQueues(orders, billing);
  const user = userEvent.setup();
  render(<CallFlow />);
  await user.click(await screen.findByRole('button', { name: /Billing.*Deutsch/ }));
  expect(window.location.search).toBe('?queue=billing');
  await user.click(screen.getByRole('button', { name: 'Change' }));
  await user.click(screen.getByRole('button', { name: /Orders/ }));
  await goToMicrophone(user);
  await user.click(await screen.findByRole('button', { name: 'Skip the test and join' }));
  await screen.findByText(/Hello Maria Santos/);
  expect(server.sent('POST /api/calls')).toMatchObject([{ queue: 'orders' }]);
});

it('the queue is the one that the address names, or the only one, without a question', async () => {
  withQueues(orders, billing);
  const { unmount } = render(<CallFlow queueId="billing" />);
  expect(await screen.findByLabelText('Your name')).toBeTruthy();
  expect(screen.getByText('Billing')).toBeTruthy();
  unmount();
  withQueues(orders);
  render(<CallFlow />);
  expect(await screen.findByLabelText('Your name')).toBeTruthy();
  expect(screen.queryByText('Orders')).toBeNull();
});

it('a queue is said to be gone when it is, and the others are offered', async () => {
  const server = withQueues(orders);
  const user = userEvent.setup();
  const { unmount } = render(<CallFlow queueId="returns" />);
  expect(await screen.findByText('Nobody can be called there any more.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Orders' }));
  expect(await screen.findByLabelText('Your name')).toBeTruthy();
  unmount();
  server.routes['GET /api/queues'] = () => ({ status: 200, body: { queues: [] } });
  render(<CallFlow />);
  expect(await screen.findByText(/Nobody can be called here at the moment/)).toBeTruthy();
  server.routes['GET /api/queues'] = () => ({ status: 200, body: { queues: [orders] } });
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('Your name')).toBeTruthy();
});

it('a queue is asked for again when it was removed in between', async () => {
  const server = withQueues(orders, billing);
  const user = userEvent.setup();
  render(<CallFlow queueId="orders" />);
  await goToMicrophone(user);
  server.routes['GET /api/queues'] = () => ({ status: 200, body: { queues: [billing] } });
  const gone = { queue: 'Nobody can be called there any more. Choose.' };
  server.routes['POST /api/calls'] = () => apiError(400, 'invalid-input', gone);
  await user.click(await screen.findByRole('button', { name: 'Skip the test and join' }));
  expect(await screen.findByText(gone.queue)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Orders' })).toBeNull();
  server.routes['POST /api/calls'] = () => ({ status: 201, body: fakeCallView() });
  await user.click(screen.getByRole('button', { name: 'Billing' }));
  expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Maria Santos');
});

it('the page asks for no recording where none is made, and by its own words where it has some', async () => {
  const server = withQueues(billing);
  const user = userEvent.setup();
  const { unmount } = render(<CallFlow />);
  await fillDetails(user);
  expect(screen.queryByText('May we also record the sound?')).toBeNull();
  expect(screen.getByText(/One question/)).toBeTruthy();
  await user.click(await screen.findByLabelText(/Yes, write it down/));
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await user.click(await screen.findByRole('button', { name: 'Skip the test and join' }));
  await screen.findByText(/Hello Maria Santos/);
  expect(server.sent('POST /api/calls')).toMatchObject([{ recording: 'declined' }]);
  unmount();
  const words = { recordingNotice: 'We keep it for a year.', noticeVersion: '2-abc' };
  const again = withQueues(fakeQueue('orders', words));
  render(<CallFlow />);
  await fillDetails(user);
  expect(screen.getByText('We keep it for a year.')).toBeTruthy();
  await user.click(await screen.findByLabelText(/Yes, write it down/));
  await user.click(screen.getByLabelText(/Yes, record it/));
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  const changed = { recordingNotice: 'We keep it for ten years.', noticeVersion: '2-def' };
  again.routes['GET /api/queues'] = () => ({
    ...{ status: 200, body: { queues: [fakeQueue('orders', changed)] } },
  });
  const refusal = { noticeVersion: 'The words have changed. Read them again.' };
  again.routes['POST /api/calls'] = () => apiError(400, 'invalid-input', refusal);
  await user.click(await screen.findByRole('button', { name: 'Skip the test and join' }));
  expect(await screen.findByText(refusal.noticeVersion)).toBeTruthy();
  expect(screen.getByText('We keep it for ten years.')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/Yes, record it/).checked).toBe(false);
  expect(again.sent('POST /api/calls')).toMatchObject([{ noticeVersion: '2-abc' }]);
});

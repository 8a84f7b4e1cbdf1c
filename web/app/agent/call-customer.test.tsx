import { fakeLog, fakeUuid } from '@agent/testing/fake-log';
import { aCustomerId, aSegmentId } from '@agent/testing/ids';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeCallCustomer, fakeCustomer, fakeRecord } from '#client/test-support/fake-customer.ts';
import { apiError, fakeCallId } from '#client/test-support/fake-server.ts';
import { agentCall, desk, offer, openDesk } from './test-support/open-desk.tsx';

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

const stream = `/api/calls/${fakeCallId}/customer`;
const linking = 'PUT /api/calls/:id/customer';
const matched = fakeCallCustomer({ linkedBy: 'match', record: fakeRecord() });
const card = () => screen.getByRole('region', { name: 'Customer' });

async function openCall(log = fakeLog()) {
  const opened = openDesk(log);
  opened.server.routes[linking] = () => ({ status: 204 });
  const call = agentCall({ status: 'active', contact: 'maria.santos@example.org' });
  await opened.server.push(desk({ status: 'on-call', call }));
  return { ...opened, tell: (value: unknown) => opened.server.pushTo('/customer', value) };
}

describe('at the offer', () => {
  it('shows at a glance what is known, once it is known', async () => {
    const { server } = openDesk();
    await server.push(desk({ status: 'offered', offer }));
    const dialog = screen.getByRole('alertdialog');
    expect(within(dialog).queryByText('Delayed')).toBeNull();
    await server.pushTo('/customer', matched);
    expect(within(dialog).getByText('Delayed')).toBeTruthy();
    expect(within(dialog).getByText('Not verified')).toBeTruthy();
  });

  it('keeps the same stream when the call is taken', async () => {
    const { server } = openDesk();
    await server.push(desk({ status: 'offered', offer }));
    await server.pushTo('/customer', matched);
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    expect(within(card()).getByText('Espresso machine')).toBeTruthy();
    expect(server.openStreams()).toEqual(['/api/agent/stream', stream]);
  });
});

describe('the record', () => {
  it('marks the order that was named, and shows changes as they come', async () => {
    const log = fakeLog();
    const mentioned = {
      segmentId: aSegmentId(fakeUuid(1)),
      orderNumber: '4521',
      customerId: aCustomerId('maria'),
    };
    log.append('order.mentioned', mentioned);
    const { tell } = await openCall(log);
    await tell(matched);
    expect(await within(card()).findByText('Mentioned')).toBeTruthy();
    await tell({ ...matched, record: fakeRecord({ status: 'past-due' }) });
    expect(within(card()).getByText('Payment missing')).toBeTruthy();
  });

  it('keeps what is known of the call beside it', async () => {
    const { tell } = await openCall();
    await tell(matched);
    expect(within(card()).getByText('Waited')).toBeTruthy();
    expect(within(card()).getByText('Agreed')).toBeTruthy();
  });
});

describe('a record that was matched by the contact', () => {
  it('is not verified until the agent confirms it, by linking the same', async () => {
    const { server, tell, user } = await openCall();
    await tell(matched);
    expect(within(card()).getByText('Not verified')).toBeTruthy();
    await user.click(within(card()).getByRole('button', { name: 'Confirm' }));
    expect(server.sent(linking)).toEqual([{ customerId: fakeRecord().customerId }]);
    await tell({ ...matched, linkedBy: 'agent' });
    expect(within(card()).queryByText('Not verified')).toBeNull();
    expect(within(card()).getByText('Chosen by you')).toBeTruthy();
  });

  it('stays not verified, with the reason, when that fails', async () => {
    const { server, tell, user } = await openCall();
    server.routes[linking] = () => apiError(503, 'unavailable');
    await tell(matched);
    await user.click(within(card()).getByRole('button', { name: 'Confirm' }));
    expect(await within(card()).findByText('It is unavailable.')).toBeTruthy();
    expect(within(card()).getByText('Not verified')).toBeTruthy();
  });
});

describe('a record that is the wrong one', () => {
  it('is taken away again, without another in its place', async () => {
    const { server, tell, user } = await openCall();
    await tell(matched);
    await user.click(within(card()).getByRole('button', { name: 'Change' }));
    await user.click(within(card()).getByRole('button', { name: 'Nobody’s record' }));
    expect(server.sent(linking)).toEqual([{ customerId: null }]);
    await tell(fakeCallCustomer({ linkedBy: 'agent' }));
    expect(within(card()).getByText('No record is linked to this call.')).toBeTruthy();
    await user.click(within(card()).getByRole('button', { name: 'Find or create' }));
    expect(within(card()).queryByRole('button', { name: 'Nobody’s record' })).toBeNull();
  });
});

describe('candidates', () => {
  const namesake = fakeCustomer({ customerId: aCustomerId('maria-2'), name: 'Maria Santos-Reyes' });
  const unsure = fakeCallCustomer({ candidates: [fakeCustomer(), namesake] });

  it('are linked by choosing one', async () => {
    const { server, tell, user } = await openCall();
    await tell(unsure);
    await user.click(within(card()).getByRole('button', { name: /Santos-Reyes/ }));
    expect(server.sent(linking)).toEqual([{ customerId: aCustomerId('maria-2') }]);
    await tell(fakeCallCustomer({ linkedBy: 'agent', record: fakeRecord(namesake) }));
    expect(within(card()).getByText('Chosen by you')).toBeTruthy();
  });

  it('are told at the tab of the customer', async () => {
    const { tell } = await openCall();
    await tell(unsure);
    const tabs = within(screen.getByRole('navigation', { name: 'Parts of the desk' }));
    expect(tabs.getByRole('button', { name: 'Customer, record to be chosen' })).toBeTruthy();
  });

  it('stay, with the reason, when linking fails', async () => {
    const { server, tell, user } = await openCall();
    server.routes[linking] = () => apiError(503, 'unavailable');
    await tell(unsure);
    await user.click(within(card()).getByRole('button', { name: /Santos-Reyes/ }));
    expect(await within(card()).findByText('It is unavailable.')).toBeTruthy();
    expect(within(card()).getByRole('button', { name: /Santos-Reyes/ })).toBeTruthy();
  });
});

describe('without a record', () => {
  const search = 'GET /api/customers/search';

  it('finds one by typing and links it', async () => {
    const { server, tell, user } = await openCall();
    const hit = { customer: fakeCustomer(), matched: 'name', orderNumber: null };
    server.routes[search] = () => ({
      status: 200,
      body: { hits: [hit], total: 1, page: 1, pageSize: 10 },
    });
    await tell(fakeCallCustomer());
    await user.click(within(card()).getByRole('button', { name: 'Find or create' }));
    await user.type(screen.getByRole('combobox', { name: 'Find the customer' }), 'santos');
    await user.click(await screen.findByRole('option', { name: /Maria Santos/ }));
    expect(server.sent(linking)).toEqual([{ customerId: aCustomerId('maria') }]);
    await waitFor(() => expect(screen.queryByRole('combobox', { name: /Find/ })).toBeNull());
  });

  it('makes one from what the customer said of themselves, once', async () => {
    const { server, tell, user } = await openCall();
    server.routes['POST /api/customers'] = () => ({ status: 201, body: fakeRecord() });
    server.routes[linking] = () => apiError(503, 'unavailable');
    await tell(fakeCallCustomer());
    await user.click(within(card()).getByRole('button', { name: 'Find or create' }));
    await user.click(screen.getByRole('button', { name: 'New customer' }));
    await user.click(screen.getByRole('button', { name: 'Create and link' }));
    expect(await screen.findByText('It is unavailable.')).toBeTruthy();
    server.routes[linking] = () => ({ status: 204 });
    await user.click(screen.getByRole('button', { name: 'Create and link' }));
    await waitFor(() => expect(screen.queryByRole('form', { name: 'New customer' })).toBeNull());
    expect(server.sent('POST /api/customers')).toEqual([
      { name: 'Maria Santos', email: 'maria.santos@example.org', phone: '' },
    ]);
    expect(server.sent(linking)).toHaveLength(2);
  });

  it('says beside the field what to mend', async () => {
    const { server, tell, user } = await openCall();
    await tell(fakeCallCustomer());
    await user.click(within(card()).getByRole('button', { name: 'Find or create' }));
    await user.click(screen.getByRole('button', { name: 'New customer' }));
    await user.clear(screen.getByRole('textbox', { name: 'E-mail' }));
    await user.click(screen.getByRole('button', { name: 'Create and link' }));
    expect(screen.getByText('Enter an e-mail address or a phone number.')).toBeTruthy();
    expect(server.sent('POST /api/customers')).toEqual([]);
  });
});

describe('an order of somebody else', () => {
  it('is offered to be linked, with its owner’s name', async () => {
    const log = fakeLog();
    const mentioned = {
      segmentId: aSegmentId(fakeUuid(1)),
      orderNumber: '7310',
      customerId: aCustomerId('james'),
    };
    log.append('order.mentioned', mentioned);
    const { server, tell, user } = await openCall(log);
    server.routes['GET /api/customers/james'] = () => ({
      status: 200,
      body: fakeRecord({ customerId: aCustomerId('james'), name: 'James Carter' }),
    });
    await tell(matched);
    expect(await within(card()).findByText('Order 7310 belongs to James Carter')).toBeTruthy();
    await user.click(within(card()).getByRole('button', { name: 'Link James Carter' }));
    expect(server.sent(linking)).toEqual([{ customerId: aCustomerId('james') }]);
  });
});

it('gives focus to the card when the candidate that had it is gone', async () => {
  const { tell, user } = await openCall();
  await tell(fakeCallCustomer({ candidates: [fakeCustomer()] }));
  within(card())
    .getByRole('button', { name: /Maria Santos/ })
    .focus();
  await user.keyboard('{Enter}');
  await tell(matched);
  expect(document.activeElement).toBe(card());
});

describe('while the directory of customers is away', () => {
  it('says so at the offer and in the card, and shows the record once it is back', async () => {
    const { server } = openDesk();
    await server.push(desk({ status: 'offered', offer }));
    await server.pushTo('/customer', null);
    const dialog = screen.getByRole('alertdialog');
    expect(within(dialog).getByText('The record cannot be read now.')).toBeTruthy();
    await server.push(desk({ status: 'on-call', call: agentCall({ status: 'active' }) }));
    expect(within(card()).getByText('The record cannot be read now')).toBeTruthy();
    expect(within(card()).getByText(/We try again every few seconds/)).toBeTruthy();
    await server.pushTo('/customer', matched);
    expect(within(card()).getByText('Espresso machine')).toBeTruthy();
    expect(within(card()).queryByText('The record cannot be read now')).toBeNull();
  });

  it('keeps what was shown, and says that it is from before', async () => {
    const { tell } = await openCall();
    await tell(matched);
    await tell(null);
    expect(within(card()).getByText('Espresso machine')).toBeTruthy();
    expect(within(card()).getByText(/What you see was read before/)).toBeTruthy();
    await tell({ ...matched, record: fakeRecord({ status: 'past-due' }) });
    expect(within(card()).getByText('Payment missing')).toBeTruthy();
    expect(within(card()).queryByText(/read before/)).toBeNull();
  });
});

describe('without the server', () => {
  /** Breaks the stream of the record as often as makes it count as away. */
  async function loseStream(server: Awaited<ReturnType<typeof openCall>>['server']) {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    for (let times = 0; times < 2; times++) {
      await server.breakStreams('/customer');
      await act(() => vi.advanceTimersByTimeAsync(5_000));
    }
    vi.useRealTimers();
  }

  it('offers to try again when the record cannot be had', async () => {
    const { server, tell, user } = await openCall();
    await loseStream(server);
    await user.click(await within(card()).findByRole('button', { name: 'Try again' }));
    await tell(matched);
    expect(within(card()).getByText('Espresso machine')).toBeTruthy();
  });

  it('keeps the record it had and says that it may be out of date', async () => {
    const { server, tell } = await openCall();
    await tell(matched);
    server.routes[`HEAD ${stream.replace(fakeCallId, ':id')}`] = () => apiError(503, 'unavailable');
    await loseStream(server);
    expect(await within(card()).findByText('May be out of date')).toBeTruthy();
    expect(within(card()).getByText('Espresso machine')).toBeTruthy();
  });
});

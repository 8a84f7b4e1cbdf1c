import { expect, test, vi } from 'vitest';
import { newCustomerRecord, sampleNowMs, sampleRecord } from '../stories/sample-customer.ts';
import { act, render, screen, userEvent, within } from '../testing/dom.ts';
import { CustomerInfoCard, type CustomerInfoCardProps } from './customer-info-card.tsx';

function card(props: Partial<CustomerInfoCardProps> = {}) {
  return (
    <CustomerInfoCard
      customerName="Maria"
      contact="maria.santos@example.org"
      record={sampleRecord}
      linkedBy="match"
      nowMs={sampleNowMs}
      {...props}
    />
  );
}

function facts() {
  return screen
    .getAllByRole('term')
    .map((term) => [term.textContent, term.nextSibling?.textContent]);
}

function order(number: string): HTMLElement {
  const row = screen.getByText(number).closest('li');
  if (!row) throw new Error(`Order ${number} is not shown.`);
  return row;
}

test('shows the name, the contact first, then the facts', () => {
  render(
    <CustomerInfoCard
      customerName="Maria Santos"
      contact="maria@example.org"
      facts={[{ label: 'Waited', value: '1:20' }]}
    />,
  );
  expect(screen.getByRole('heading').textContent).toBe('Maria Santos');
  const terms = screen.getAllByRole('term').map((term) => term.textContent);
  expect(terms).toEqual(['Contact', 'Waited']);
});

test('says that it is loading while there is no name', () => {
  render(<CustomerInfoCard />);
  expect(screen.getByRole('status', { name: 'Loading the customer' })).toBeTruthy();
});

test('shows the record: its name, status in a word, contact, worth', () => {
  render(card({ facts: [{ label: 'Waited', value: '1:20' }] }));
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Maria Santos');
  expect(screen.getByText('Active')).toBeTruthy();
  expect(facts()).toEqual([
    ['E-mail', 'maria.santos@example.org'],
    ['Phone', '+442079460958'],
    ['Lifetime value', '£1,284.50'],
    ['Customer since', 'Mar 2021'],
    ['Waited', '1:20'],
  ]);
});

test('says how late an order is, when one is due and when one was bought', () => {
  render(card());
  expect(order('4521').textContent).toContain('Delayed5 days late');
  expect(order('4533').textContent).toContain('Being prepareddue in 3 days');
  expect(order('4402').textContent).toContain('Delivered');
  expect(order('4402').textContent).toContain('1 month ago');
});

test('shows open tickets and the last calls with their outcome', () => {
  render(card());
  expect(screen.getByText('Where is my coffee machine?')).toBeTruthy();
  expect(screen.getByText('To follow up')).toBeTruthy();
  expect(screen.getByText('6:12 with Aisha')).toBeTruthy();
});

test('says that nobody answered a call before', () => {
  const [call] = sampleRecord.calls.map((one) => ({
    ...one,
    ...{ disposition: null, outcomeLabel: null },
  }));
  if (!call) throw new Error('The sample has no call.');
  const { rerender } = render(card({ record: { ...sampleRecord, calls: [call] } }));
  expect(screen.getByText('Not wrapped up')).toBeTruthy();
  const unanswered = { ...call, agentName: null, durationMs: 0 };
  rerender(card({ record: { ...sampleRecord, calls: [unanswered] } }));
  expect(screen.getByText('Not answered')).toBeTruthy();
  expect(screen.queryByText(/0:00/)).toBeNull();
});

test('names an outcome by its id where the directory has no words for it', () => {
  const [call] = sampleRecord.calls;
  if (!call) throw new Error('The sample has no call.');
  const own = { ...call, disposition: 'sold', outcomeLabel: undefined };
  render(card({ record: { ...sampleRecord, calls: [own] } }));
  expect(screen.getByText('sold')).toBeTruthy();
});

test('says that a call before was closed by the system', () => {
  const calls = sampleRecord.calls.map((one) => ({
    ...one,
    ...{ disposition: 'other', outcomeLabel: 'Other' },
    closedBy: 'system' as const,
  }));
  render(card({ record: { ...sampleRecord, calls: calls.slice(0, 1) } }));
  expect(screen.getByText('Closed by the system')).toBeTruthy();
  expect(screen.queryByText('Other')).toBeNull();
});

test('marks an order that was mentioned with a word, also one behind "show all"', async () => {
  render(card({ highlightedOrders: ['4188'] }));
  expect(order('4188').textContent).toContain('Mentioned');
  expect(order('4188').dataset.state).toBe('mentioned');
  expect(screen.queryByText('4290')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show all 5' }));
  expect(screen.getByText('4290')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
  expect(screen.queryByText('4290')).toBeNull();
});

test.each([
  ['match', 'maria.santos@example.org', 'Matched by e-mail'],
  ['match', '020 7946 0958', 'Matched by phone'],
  ['agent', null, 'Chosen by you'],
] as const)('says how it was linked: %s by %s', async (linkedBy, contact, words) => {
  const onChangeCustomer = vi.fn();
  render(card({ linkedBy, contact, onChangeCustomer }));
  expect(screen.getByText(words)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Change' }));
  expect(onChangeCustomer).toHaveBeenCalledOnce();
});

test('says that nobody has verified the caller, with what to do, until the agent confirms', async () => {
  const onConfirm = vi.fn();
  const { container, rerender } = render(card({ verified: false, onConfirm }));
  expect(screen.getByText('Not verified')).toBeTruthy();
  expect(screen.getByText(/^Anybody can give this contact\./)).toBeTruthy();
  const part = container.querySelector('[data-slot="customer-info-card-unverified"]');
  expect(part?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: 'Confirm' }));
  expect(onConfirm).toHaveBeenCalledOnce();
  rerender(card({ verified: false, onConfirm, confirming: true }));
  await userEvent.click(screen.getByRole('button', { name: /Confirm/ }));
  expect(onConfirm).toHaveBeenCalledOnce();
  rerender(card({ verified: false }));
  expect(screen.queryByRole('button', { name: 'Confirm' })).toBeNull();
  rerender(card({ verified: true, linkedBy: 'agent', onConfirm }));
  expect(screen.queryByText('Not verified')).toBeNull();
  rerender(card({ onConfirm }));
  expect(screen.queryByText('Not verified')).toBeNull();
});

test('says nothing of a verification where there is no record', () => {
  render(card({ record: null, verified: false, onConfirm: vi.fn() }));
  expect(screen.queryByText('Not verified')).toBeNull();
});

test('repeats the contact given only when the record does not have it', () => {
  const { rerender } = render(card({ contact: '020 7946 0958' }));
  expect(screen.queryByText('Contact')).toBeNull();
  rerender(card({ contact: '+44 20 7946 1111' }));
  expect(facts()).toContainEqual(['Contact', '+44 20 7946 1111']);
});

test('offers to find or create when nobody is known', async () => {
  const onChangeCustomer = vi.fn();
  render(card({ record: null, onChangeCustomer }));
  expect(screen.getByText('No record is linked to this call.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Find or create' }));
  expect(onChangeCustomer).toHaveBeenCalledOnce();
});

test('says what went wrong, keeps the caller’s name, and tries again', async () => {
  const onRetry = vi.fn();
  render(card({ record: undefined, status: 'error', onRetry }));
  expect(screen.getByRole('heading').textContent).toBe('Maria');
  expect(screen.getByRole('alert').textContent).toContain('The record could not be loaded');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('says calmly what a new customer does not have', () => {
  render(card({ record: newCustomerRecord, contact: null }));
  for (const words of ['No orders', 'No open tickets', 'First call', '£0.00']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
});

test('marks a change for a moment and says it politely, not another customer’s record', () => {
  vi.useFakeTimers();
  const { container, rerender } = render(card());
  const fresh = () => container.querySelectorAll('[data-fresh]').length;
  const said = () => within(container).getAllByRole('status').at(-1)?.textContent;
  expect([fresh(), said()]).toEqual([0, '']);
  const orders = sampleRecord.orders.map((entry) => ({ ...entry }));
  if (orders[1]) orders[1].status = 'shipped';
  rerender(card({ record: { ...sampleRecord, orders } }));
  expect([fresh(), said()]).toEqual([1, 'The customer’s record has changed.']);
  expect(order('4521').dataset.fresh).toBe('true');
  act(() => vi.advanceTimersByTime(4_000));
  expect([fresh(), said()]).toEqual([0, '']);
  rerender(card({ record: newCustomerRecord }));
  expect([fresh(), said()]).toEqual([0, '']);
  vi.useRealTimers();
});

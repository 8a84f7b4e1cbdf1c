import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { CustomerCandidates } from '../customer-candidates/customer-candidates.tsx';
import {
  newCustomerRecord,
  sampleCandidates,
  sampleNowMs,
  sampleRecord,
} from '../stories/sample-customer.ts';
import { withScriptedCall } from '../stories/with-scripted-call.tsx';
import { CustomerInfoCard, type CustomerInfoCardProps } from './customer-info-card.tsx';

const meta = {
  title: 'Desk/CustomerInfoCard',
  component: CustomerInfoCard,
  args: {
    customerName: 'Maria Santos',
    contact: 'maria.santos@example.org',
    facts: [{ label: 'Waited', value: '1:20' }],
    record: sampleRecord,
    linkedBy: 'match',
    nowMs: sampleNowMs,
    onChangeCustomer: fn(),
    onRetry: fn(),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 256 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CustomerInfoCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const OrderMentioned: Story = { args: { highlightedOrders: ['4521'] } };
export const OldOrderMentioned: Story = { args: { highlightedOrders: ['4188'] } };
/** The contact that somebody typed is a customer's: that does not make them this customer. */
export const NotVerified: Story = {
  args: { verified: false, onConfirm: fn() },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByText('Not verified')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Confirm' }));
    await expect(args.onConfirm).toHaveBeenCalledOnce();
  },
};
export const NotVerifiedDark: Story = {
  args: { verified: false, onConfirm: fn() },
  globals: { theme: 'dark' },
};
export const BeingConfirmed: Story = {
  args: { verified: false, onConfirm: fn(), confirming: true },
};
export const ChosenByHand: Story = { args: { linkedBy: 'agent', contact: '+44 20 7946 0000' } };
export const PaymentMissing: Story = {
  args: { record: { ...sampleRecord, status: 'past-due', tickets: [] } },
};
/** Somebody waited in line and left before anybody answered. */
export const UnansweredCall: Story = {
  args: {
    record: {
      ...sampleRecord,
      calls: sampleRecord.calls.map((call, index) =>
        index === 0 ? { ...call, agentName: null, disposition: null, durationMs: 0 } : call,
      ),
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Not answered')).toBeVisible();
  },
};
export const NewCustomer: Story = { args: { record: newCustomerRecord, contact: null } };
export const NoRecord: Story = { args: { record: null } };
export const Candidates: Story = {
  args: {
    record: null,
    children: <CustomerCandidates candidates={sampleCandidates} onChoose={fn()} onFind={fn()} />,
  },
  render: (args) => <CustomerInfoCard {...args} onChangeCustomer={undefined} />,
};
export const WithoutRecords: Story = { args: { record: undefined } };
export const Loading: Story = { args: { record: undefined, customerName: undefined } };
export const LoadingTheRecord: Story = { args: { record: undefined, status: 'loading' } };
export const Failed: Story = { args: { record: undefined, status: 'error' } };
export const TryingAgain: Story = {
  ...Failed,
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('heading')).toHaveTextContent('Maria Santos');
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};
/** As in a call: the order is marked once its number has been said. */
export const ScriptedCall: Story = {
  args: { highlightedOrders: [] },
  decorators: [withScriptedCall],
  parameters: { scriptStartAtMs: 20_000 },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('Mentioned')).toBeNull();
    await canvas.findByText('Mentioned', undefined, { timeout: 8_000 });
  },
};
export const VeryLong: Story = {
  args: {
    highlightedOrders: ['4521'],
    record: {
      ...sampleRecord,
      name: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maria',
      email: `${'very-long-'.repeat(8)}@example.org`,
      orders: sampleRecord.orders.map((order) => ({
        ...order,
        orderNumber: `${order.orderNumber}-ABCDEFGH-IJK`,
        summary:
          'Coffee machine with grinder, milk frother and water filter, brushed steel '.repeat(3),
      })),
    },
  },
};
export const RightToLeft: Story = {
  args: { highlightedOrders: ['4521'] },
  globals: { direction: 'rtl' },
};
export const Dark: Story = {
  args: { highlightedOrders: ['4521'] },
  globals: { theme: 'dark' },
};
export const HighContrast: Story = {
  args: { highlightedOrders: ['4521'] },
  globals: { theme: 'high-contrast' },
};

/** What changes is marked for a moment and said politely; nothing moves, focus stays. */
export const Changing: Story = {
  render: (args) => <Updating {...args} />,
  play: async ({ canvas, canvasElement, userEvent }) => {
    const ticket = () =>
      canvas.getByText('Where is my coffee machine?').getBoundingClientRect().top;
    const beforePx = ticket();
    const button = canvas.getByRole('button', { name: 'The parcel moves on' });
    await userEvent.click(button);
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-slot=customer-order][data-fresh]')).not.toBeNull(),
    );
    await expect(canvas.getByText('The customer’s record has changed.')).toBeTruthy();
    await expect(ticket()).toBe(beforePx);
    await expect(button).toHaveFocus();
  },
};

/** An order that is named is scrolled to within the column; the page and focus stay. */
export const ScrolledTo: Story = {
  render: (args) => (
    <div style={{ blockSize: 240, overflowY: 'auto' }} data-testid="column">
      <Mentioning {...args} />
    </div>
  ),
  play: async ({ canvas, userEvent }) => {
    const column = canvas.getByTestId('column');
    const button = canvas.getByRole('button', { name: 'Somebody says 4188' });
    await userEvent.click(button);
    await waitFor(() => expect(column.scrollTop).toBeGreaterThan(0));
    await expect(canvas.getByText('Mentioned')).toBeVisible();
    await expect(button).toHaveFocus();
    await expect(document.scrollingElement?.scrollTop).toBe(0);
  },
};

/** Old orders on request, and another record when it is the wrong one. */
export const ShowingAll: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.queryByText('4188')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 5' }));
    await expect(canvas.getByText('4188')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Show fewer' }));
    await expect(canvas.queryByText('4188')).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Change' }));
    await expect(args.onChangeCustomer).toHaveBeenCalledOnce();
  },
};

function Updating(props: CustomerInfoCardProps) {
  const [record, setRecord] = useState(sampleRecord);
  const move = () =>
    setRecord({
      ...record,
      orders: record.orders.map((order) =>
        order.orderNumber === '4521' ? { ...order, status: 'shipped' } : order,
      ),
    });
  return (
    <>
      <CustomerInfoCard {...props} record={record} />
      <button type="button" onClick={move}>
        The parcel moves on
      </button>
    </>
  );
}

function Mentioning(props: CustomerInfoCardProps) {
  const [mentioned, setMentioned] = useState<string[]>([]);
  return (
    <>
      <button type="button" onClick={() => setMentioned(['4188'])}>
        Somebody says 4188
      </button>
      <CustomerInfoCard {...props} highlightedOrders={mentioned} />
    </>
  );
}

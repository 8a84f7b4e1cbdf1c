import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { OfferCard } from '../offer-card/offer-card.tsx';
import { newCustomerRecord, sampleNowMs, sampleRecord } from '../stories/sample-customer.ts';
import { CustomerGlance } from './customer-glance.tsx';

const meta = {
  title: 'Desk/CustomerGlance',
  component: CustomerGlance,
  args: { record: sampleRecord, nowMs: sampleNowMs },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 358 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CustomerGlance>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
/** The contact that somebody typed is this customer's, which proves nothing. */
export const NotVerified: Story = { args: { verified: false } };
export const NewCustomer: Story = { args: { record: newCustomerRecord } };
export const VeryLong: Story = {
  args: {
    record: {
      ...sampleRecord,
      status: 'past-due',
      lifetimeValue: { cents: 123_456_789_00, currency: 'JPY' },
    },
  },
};
/** In the card of an incoming call, on a phone. */
export const InAnOffer: Story = {
  args: { verified: false },
  render: (args) => (
    <OfferCard
      customerName="Maria Santos"
      waitedMs={80_000}
      remainingMs={20_000}
      receivedAtMs={0}
      nowMs={6_000}
      onAccept={fn()}
      onDecline={fn()}
    >
      <CustomerGlance {...args} />
    </OfferCard>
  ),
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

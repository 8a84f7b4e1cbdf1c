import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { OfferCard } from './offer-card.tsx';

const meta = {
  title: 'Call/OfferCard',
  component: OfferCard,
  args: {
    customerName: 'Maria Santos',
    waitedMs: 80_000,
    remainingMs: 20_000,
    receivedAtMs: 0,
    nowMs: 6_000,
    onAccept: fn(),
    onDecline: fn(),
  },
} satisfies Meta<typeof OfferCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = {};
export const Running: Story = { args: { receivedAtMs: undefined, nowMs: undefined } };
export const NotTranscribed: Story = { args: { transcribed: false } };
export const Accepting: Story = { args: { pending: 'accept' } };
export const Expired: Story = { args: { nowMs: 21_000 } };
export const VeryLongName: Story = {
  args: {
    customerName: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maria de los Ángeles',
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };

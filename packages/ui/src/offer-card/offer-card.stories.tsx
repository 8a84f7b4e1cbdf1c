import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
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

/** Accept has the focus as the card comes: Enter takes the call, Tab and Enter leave it. */
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const accept = canvas.getByRole('button', { name: 'Accept' });
    await waitFor(() => expect(accept).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    await expect(args.onAccept).toHaveBeenCalledOnce();
    await userEvent.tab({ shift: true });
    await userEvent.keyboard(' ');
    await expect(args.onDecline).toHaveBeenCalledOnce();
    await expect(args.onAccept).toHaveBeenCalledOnce();
  },
};
/** Too late: neither button does anything. */
export const TooLate: Story = {
  ...Expired,
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('button', { name: 'Accept' })).toBeDisabled();
    await userEvent.keyboard('{Enter}');
    await expect(args.onAccept).not.toHaveBeenCalled();
  },
};

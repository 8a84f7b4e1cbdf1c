import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { QueuePosition } from './queue-position.tsx';

const meta = {
  title: 'Customer/QueuePosition',
  component: QueuePosition,
  args: { position: 3, estimatedWaitMs: 240_000, agentsOnline: 2, onLeave: fn() },
} satisfies Meta<typeof QueuePosition>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Waiting: Story = {};
export const Next: Story = { args: { position: 1 } };
export const NoEstimate: Story = { args: { estimatedWaitMs: null } };
export const NobodyOnline: Story = { args: { agentsOnline: 0 } };
export const Connecting: Story = { args: { position: null } };
export const Leaving: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const leave = canvas.getByRole('button', { name: 'Leave the line' });
    await userEvent.click(leave);
    await expect(canvas.getByRole('button', { name: 'Keep waiting' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await expect(args.onLeave).not.toHaveBeenCalled();
    await userEvent.click(leave);
    await userEvent.click(canvas.getByRole('button', { name: 'Leave' }));
    await expect(args.onLeave).toHaveBeenCalledOnce();
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

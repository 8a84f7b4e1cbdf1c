import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
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
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Leave the line' }));
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };

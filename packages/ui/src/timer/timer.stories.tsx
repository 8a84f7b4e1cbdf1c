import type { Meta, StoryObj } from '@storybook/react-vite';
import { Timer } from './timer.tsx';

const meta = {
  title: 'Foundations/Timer',
  component: Timer,
  args: { sinceMs: 0, nowMs: 252_000 },
} satisfies Meta<typeof Timer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Running: Story = {};
export const OverAnHour: Story = { args: { nowMs: 4_000_000 } };
export const Stopped: Story = { args: { untilMs: 61_000 } };

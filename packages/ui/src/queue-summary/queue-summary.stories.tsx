import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueueSummary } from './queue-summary.tsx';

const meta = {
  title: 'Desk/QueueSummary',
  component: QueueSummary,
  args: { waiting: 3, longestWaitMs: 80_000 },
} satisfies Meta<typeof QueueSummary>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Waiting: Story = {};
export const Empty: Story = { args: { waiting: 0, longestWaitMs: null } };
export const RightToLeft: Story = {
  args: { labels: { waiting: (count) => `${count} ينتظرون`, longest: () => 'الأطول دقيقة' } },
  globals: { direction: 'rtl' },
};
export const Dark: Story = { globals: { theme: 'dark' } };

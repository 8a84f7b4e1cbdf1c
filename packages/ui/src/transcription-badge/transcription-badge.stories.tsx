import type { Meta, StoryObj } from '@storybook/react-vite';
import { TranscriptionBadge } from './transcription-badge.tsx';

const meta = {
  title: 'Call/TranscriptionBadge',
  component: TranscriptionBadge,
  args: { status: 'live', delayMs: 400 },
} satisfies Meta<typeof TranscriptionBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Live: Story = {};
export const Delayed: Story = { args: { status: 'delayed', delayMs: 6_200 } };
export const Off: Story = { args: { status: 'off' } };
export const Declined: Story = { args: { status: 'declined' } };
export const Dark: Story = { args: { status: 'delayed' }, globals: { theme: 'dark' } };
export const RightToLeft: Story = {
  args: { status: 'delayed', labels: { delayed: () => 'النص متأخر' } },
  globals: { direction: 'rtl' },
};

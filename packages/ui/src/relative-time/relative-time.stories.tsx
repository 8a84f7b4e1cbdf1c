import type { Meta, StoryObj } from '@storybook/react-vite';
import { sampleNowMs } from '../stories/sample-customer.ts';
import { RelativeTime } from './relative-time.tsx';

const meta = {
  title: 'Foundations/RelativeTime',
  component: RelativeTime,
  args: { at: '2026-11-18T15:20:00Z', nowMs: sampleNowMs },
} satisfies Meta<typeof RelativeTime>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Past: Story = {};
export const Future: Story = { args: { at: '2026-11-26T17:00:00Z' } };
export const Now: Story = { args: { at: '2026-11-23T10:03:40Z' } };
export const German: Story = { args: { locale: 'de' } };

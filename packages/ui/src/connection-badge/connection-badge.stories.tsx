import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectionBadge } from './connection-badge.tsx';

const meta = {
  title: 'Call/ConnectionBadge',
  component: ConnectionBadge,
  args: { state: 'connected', quality: 'good' },
} satisfies Meta<typeof ConnectionBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Good: Story = {};
export const Poor: Story = { args: { quality: 'poor' } };
export const Connecting: Story = { args: { state: 'connecting' } };
export const Reconnecting: Story = { args: { state: 'reconnecting' } };
export const Lost: Story = { args: { state: 'lost' } };
export const Moved: Story = { args: { state: 'moved' } };
export const Refused: Story = { args: { state: 'refused' } };
export const NothingGetsThrough: Story = { args: { quality: 'lost' } };
export const Dark: Story = { args: { state: 'lost' }, globals: { theme: 'dark' } };
export const RightToLeft: Story = {
  args: { quality: 'poor', labels: { poor: 'الاتصال ضعيف' } },
  globals: { direction: 'rtl' },
};

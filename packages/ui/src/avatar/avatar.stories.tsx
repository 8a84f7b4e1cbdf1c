import type { Meta, StoryObj } from '@storybook/react-vite';
import { Avatar } from './avatar.tsx';

const meta = {
  title: 'Foundations/Avatar',
  component: Avatar,
  args: { name: 'Maria Santos' },
} satisfies Meta<typeof Avatar>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Neutral: Story = {};
export const Accent: Story = { args: { tone: 'accent' } };
export const Large: Story = { args: { size: 'lg' } };
export const Small: Story = { args: { size: 'sm', name: '明' } };

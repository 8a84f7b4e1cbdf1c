import type { Meta, StoryObj } from '@storybook/react-vite';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Badge } from './badge.tsx';

const meta = {
  title: 'Foundations/Badge',
  component: Badge,
  args: { children: 'New' },
} satisfies Meta<typeof Badge>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Neutral: Story = {};
export const Accent: Story = { args: { tone: 'accent' } };
export const Success: Story = {
  args: { tone: 'success', icon: <CircleCheck />, children: 'Verified' },
};
export const Warning: Story = {
  args: { tone: 'warning', icon: <TriangleAlert />, children: 'Late' },
};
export const Danger: Story = {
  args: { tone: 'danger', icon: <TriangleAlert />, children: 'Lost' },
};
export const RightToLeft: Story = {
  args: { tone: 'warning', icon: <TriangleAlert />, children: 'متأخر' },
  globals: { direction: 'rtl' },
};

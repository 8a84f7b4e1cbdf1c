import type { Meta, StoryObj } from '@storybook/react-vite';
import { PhoneOff } from 'lucide-react';
import { fn } from 'storybook/test';
import { Button } from './button.tsx';

const meta = {
  title: 'Foundations/Button',
  component: Button,
  args: { children: 'Save', onClick: fn() },
} satisfies Meta<typeof Button>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Secondary: Story = {};
export const Primary: Story = { args: { variant: 'primary' } };
export const Danger: Story = {
  args: { variant: 'danger', children: 'Hang up', icon: <PhoneOff />, shortcut: 'Shift+Mod+E' },
};
export const Ghost: Story = { args: { variant: 'ghost' } };
export const Large: Story = { args: { size: 'lg', variant: 'primary' } };
export const Small: Story = { args: { size: 'sm' } };
export const Pending: Story = { args: { pending: true } };
export const Disabled: Story = { args: { disabled: true } };
export const Dark: Story = { args: { variant: 'primary' }, globals: { theme: 'dark' } };
export const HighContrast: Story = {
  args: { variant: 'primary' },
  globals: { theme: 'high-contrast' },
};

import type { Meta, StoryObj } from '@storybook/react-vite';
import { Mic, MicOff } from 'lucide-react';
import { fn } from 'storybook/test';
import { IconButton } from './icon-button.tsx';

const meta = {
  title: 'Foundations/IconButton',
  component: IconButton,
  args: { label: 'Mute', icon: <Mic />, onClick: fn() },
} satisfies Meta<typeof IconButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ghost: Story = {};
export const Secondary: Story = { args: { variant: 'secondary' } };
export const Pressed: Story = { args: { label: 'Muted', icon: <MicOff />, pressed: true } };
export const Disabled: Story = { args: { disabled: true } };

import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { ChatComposer } from './chat-composer.tsx';

const meta = {
  title: 'Call/ChatComposer',
  component: ChatComposer,
  args: { onSend: fn() },
} satisfies Meta<typeof ChatComposer>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Draft: Story = { args: { defaultValue: 'My order number is 4521' } };
export const TooLong: Story = { args: { defaultValue: 'abcdef', maxLength: 4 } };
export const Disabled: Story = { args: { disabled: true } };

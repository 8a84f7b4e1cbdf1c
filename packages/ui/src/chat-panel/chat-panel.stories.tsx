import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { ChatPanel } from './chat-panel.tsx';

const meta = {
  title: 'Call/ChatPanel',
  component: ChatPanel,
  args: {
    viewer: 'customer',
    names: { customer: 'You', agent: 'Daniel' },
    onSend: fn(),
    onRetry: fn(),
    messages: [
      { id: '1', from: 'agent', text: 'Could you write me the order number?', time: '14:02' },
      { id: '2', from: 'customer', text: '4521-0098', time: '14:03' },
      { id: '3', from: 'customer', text: 'It was meant to come on Monday.', state: 'sending' },
    ],
  },
  decorators: [
    (Story) => (
      <div style={{ blockSize: 420, maxInlineSize: 480 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof ChatPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const Empty: Story = { args: { messages: [] } };
export const Failed: Story = {
  args: { messages: [{ id: '1', from: 'customer', text: 'Hello?', state: 'failed' }] },
};
export const Offline: Story = { args: { disabled: true } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };

import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { type ChatEntry, ChatPanel, type ChatPanelProps } from './chat-panel.tsx';

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
export const Loading: Story = { args: { messages: [], status: 'loading' } };
export const Offline: Story = { args: { disabled: true } };
export const VeryLong: Story = {
  args: {
    names: { customer: 'You', agent: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh' },
    messages: [
      { id: '1', from: 'agent', text: `https://example.org/${'track-and-trace-'.repeat(20)}` },
      { id: '2', from: 'customer', text: 'First line.\nSecond line.\n\n'.repeat(6).trim() },
      { id: '3', from: 'agent', text: 'x'.repeat(600), time: '14:03' },
    ],
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { ...Failed, globals: { theme: 'high-contrast' } };

/** Enter hands the words over and empties the box. */
export const Sending: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('textbox', { name: 'Message' });
    await userEvent.type(box, ' It is 4521. {Enter}');
    await expect(args.onSend).toHaveBeenLastCalledWith('It is 4521.');
    await expect(box).toHaveValue('');
    await userEvent.type(box, 'Thanks');
    await userEvent.click(canvas.getByRole('button', { name: 'Send message' }));
    await expect(args.onSend).toHaveBeenLastCalledWith('Thanks');
  },
};
/** What was not sent says so, and is sent again by its id. */
export const SendingAgain: Story = {
  ...Failed,
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Not sent.');
    await userEvent.click(canvas.getByRole('button', { name: 'Send again' }));
    await expect(args.onRetry).toHaveBeenLastCalledWith('1');
  },
};
/** Messages, the way to send one again, and the box, one after another. */
export const Keyboard: Story = {
  args: { messages: [...(Failed.args?.messages ?? [])] },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('log')).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onRetry).toHaveBeenCalledOnce();
    await userEvent.tab();
    await userEvent.keyboard('One{Shift>}{Enter}{/Shift}two{Enter}');
    await expect(args.onSend).toHaveBeenLastCalledWith('One\ntwo');
    await expect(canvas.getByRole('textbox')).toHaveFocus();
  },
};

/** A day of writing: the newest is in view, and one more comes without a wait. */
export const TwoThousandMessages: Story = {
  args: { messages: manyMessages(2_000) },
  render: (args) => <Growing {...args} />,
  play: async ({ canvas, userEvent }) => {
    const log = canvas.getByRole('log');
    const fromEndPx = () => log.scrollHeight - log.scrollTop - log.clientHeight;
    await waitFor(() => expect(fromEndPx()).toBeLessThan(2));
    await userEvent.click(canvas.getByRole('button', { name: 'The agent writes' }));
    await expect(canvas.getByText('Message 2000')).toBeVisible();
    await waitFor(() => expect(fromEndPx()).toBeLessThan(2));
    log.scrollTop = 0;
    await waitFor(() => expect(canvas.getByText('Message 0.')).toBeVisible());
    await userEvent.type(canvas.getByRole('textbox'), 'Hello{Enter}');
    await expect(log.scrollTop).toBe(0);
  },
};

function Growing({ messages: first, ...props }: ChatPanelProps) {
  const [messages, setMessages] = useState(first);
  const add = (from: ChatEntry['from'], text: string) =>
    setMessages((all) => [...all, { id: `m${all.length}`, from, text, time: '14:05' }]);
  return (
    <>
      <ChatPanel {...props} messages={messages} onSend={(text) => add('customer', text)} />
      <button type="button" onClick={() => add('agent', `Message ${messages.length}`)}>
        The agent writes
      </button>
    </>
  );
}

function manyMessages(count: number): ChatEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    from: index % 3 === 0 ? 'agent' : 'customer',
    text: `Message ${index}. ${'One more line of what was written. '.repeat(index % 5)}`.trim(),
    time: '14:02',
  }));
}

import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { CoachMessages, type CoachNote } from './coach-messages.tsx';

const nowMs = Date.parse('2026-11-23T10:04:00Z');
const first: CoachNote = {
  id: 'm1',
  from: 'Maria Ruiz',
  text: 'Offer express, I take the refund on me.',
  sentAtMs: nowMs - 42_000,
};
const second: CoachNote = { ...first, id: 'm2', text: 'And slow down.', sentAtMs: nowMs - 4_000 };

const meta = {
  title: 'Supervision/CoachMessages',
  component: CoachMessages,
  args: { messages: [first], onDismiss: fn(), nowMs },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 560 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CoachMessages>;

export default meta;
type Story = StoryObj<typeof meta>;

export const One: Story = {};
export const Two: Story = { args: { messages: [first, second] } };
export const None: Story = { args: { messages: [] } };
export const VeryLong: Story = {
  args: {
    messages: [
      { ...first, from: 'Wolfeschlegelsteinhausenbergerdorff', text: 'Slow down. '.repeat(90) },
    ],
  },
};
export const ManyLines: Story = {
  args: { messages: [{ ...first, text: 'First the order.\nThen the refund.\n\nThen say sorry.' }] },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** One that comes takes no focus; put away, focus stays with the messages. */
export const Dismissing: Story = {
  render: (args) => {
    const [messages, setMessages] = useState(args.messages);
    return (
      <>
        <CoachMessages
          {...args}
          messages={messages}
          onDismiss={(id) => setMessages(messages.filter((one) => one.id !== id))}
        />
        <button type="button" onClick={() => setMessages([...messages, second])}>
          Another one comes
        </button>
      </>
    );
  },
  play: async ({ canvas, userEvent }) => {
    const comes = canvas.getByRole('button', { name: 'Another one comes' });
    await userEvent.click(comes);
    await expect(canvas.getByRole('log')).toHaveTextContent('And slow down.');
    await expect(comes).toHaveFocus();
    const [oldest] = canvas.getAllByRole('button', { name: 'Dismiss' });
    if (oldest) await userEvent.click(oldest);
    await expect(canvas.queryByText(first.text)).toBeNull();
    await expect(canvas.getByRole('log')).toHaveFocus();
  },
};

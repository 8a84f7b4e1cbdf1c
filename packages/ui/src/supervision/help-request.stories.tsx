import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn } from 'storybook/test';
import { type AskedHelp, HelpRequest } from './help-request.tsx';

const askedAtMs = Date.parse('2026-11-23T10:04:00Z');
const nowMs = askedAtMs + 20_000;

const meta = {
  title: 'Supervision/HelpRequest',
  component: HelpRequest,
  args: { request: null, onAsk: fn(), onEnd: fn(), nowMs },
} satisfies Meta<typeof HelpRequest>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The field opens above the button. */
const withRoomAbove: Story['decorators'] = [
  (Story) => (
    <div style={{ paddingBlockStart: 220 }}>
      <Story />
    </div>
  ),
];

export const NotAsked: Story = {};
export const Asked: Story = { args: { request: { askedAtMs, takenBy: null } } };
export const Taken: Story = { args: { request: { askedAtMs, takenBy: 'Maria Ruiz' } } };
export const Pending: Story = { args: { pending: true } };
export const VeryLong: Story = {
  args: { request: { askedAtMs, takenBy: 'Wolfeschlegelsteinhausenbergerdorff von und zu Ruiz' } },
};
export const RightToLeft: Story = {
  args: { request: { askedAtMs, takenBy: null } },
  globals: { direction: 'rtl' },
};
export const Dark: Story = {
  args: { request: { askedAtMs, takenBy: null } },
  globals: { theme: 'dark' },
};
export const HighContrast: Story = {
  args: { request: { askedAtMs, takenBy: null } },
  globals: { theme: 'high-contrast' },
};

/** With the keyboard alone; the reason may be left out, and focus stays on the button. */
export const Asking: Story = {
  decorators: withRoomAbove,
  render: (args) => {
    const [request, setRequest] = useState<AskedHelp | null>(null);
    return (
      <HelpRequest
        {...args}
        request={request}
        onAsk={(reason) => {
          args.onAsk(reason);
          setRequest({ askedAtMs, takenBy: null });
        }}
        onEnd={() => setRequest(null)}
      />
    );
  },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.keyboard('n');
    await expect(canvas.getByLabelText('What for?')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect(canvas.getByRole('button', { name: 'I need help' })).toHaveFocus();
    await userEvent.keyboard('n A refund{Enter}');
    await expect(args.onAsk).toHaveBeenCalledWith('A refund');
    await expect(canvas.getByRole('button', { name: 'Withdraw' })).toHaveFocus();
    await expect(canvas.getByRole('status')).toHaveTextContent(
      'Supervisors have been asked for help.',
    );
  },
};

/** The field that opens, as it stands over what is below. */
export const Reason: Story = {
  decorators: withRoomAbove,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'I need help' }));
    await expect(canvas.getByRole('form', { name: 'I need help' })).toBeVisible();
  },
};

import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { AudioLevelMeter } from '../audio-level-meter/audio-level-meter.tsx';
import { ConnectionBadge } from '../connection-badge/connection-badge.tsx';
import { CallControls } from './call-controls.tsx';

const meta = {
  title: 'Call/CallControls',
  component: CallControls,
  args: {
    muted: false,
    held: false,
    onMutedChange: fn(),
    onHeldChange: fn(),
    onHangUp: fn(),
    children: (
      <>
        <AudioLevelMeter caption="You" level={0.6} />
        <AudioLevelMeter caption="Customer" level={0.3} />
      </>
    ),
  },
} satisfies Meta<typeof CallControls>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Talking: Story = {};
export const Muted: Story = { args: { muted: true } };
export const Held: Story = { args: { held: true } };
export const HangingUp: Story = { args: { pending: 'hang-up' } };
export const Disabled: Story = { args: { disabled: true } };
/** While the line is gone nothing can be pressed, and it is said why. */
export const LostConnection: Story = {
  args: {
    disabled: true,
    children: <ConnectionBadge state="lost" />,
  },
  play: async ({ args, canvas, userEvent }) => {
    for (const button of canvas.getAllByRole('button')) await expect(button).toBeDisabled();
    await userEvent.keyboard('mh{Control>}{Shift>}E{/Shift}{/Control}');
    await expect(args.onMutedChange).not.toHaveBeenCalled();
    await expect(args.onHeldChange).not.toHaveBeenCalled();
    await expect(args.onHangUp).not.toHaveBeenCalled();
    await expect(canvas.getByRole('status')).toHaveTextContent('Connection lost');
  },
};
/** Left to themselves they keep what is pressed. */
export const Uncontrolled: Story = {
  args: { muted: undefined, held: undefined },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Mute' }));
    await expect(canvas.getByRole('button', { name: 'Unmute' })).toBeVisible();
    await userEvent.keyboard('h');
    await expect(canvas.getByRole('button', { name: 'Resume' })).toBeVisible();
    await expect(args.onHeldChange).toHaveBeenLastCalledWith(true);
  },
};
export const Customer: Story = {
  args: { shortcuts: null, size: 'lg', confirmHangUp: true },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { args: { muted: true }, globals: { theme: 'dark' } };

/** Each button asks for the other state; what is shown is the owner's. */
export const ByMouse: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Mute' }));
    await expect(args.onMutedChange).toHaveBeenLastCalledWith(true);
    await userEvent.click(canvas.getByRole('button', { name: 'Hold' }));
    await expect(args.onHeldChange).toHaveBeenLastCalledWith(true);
    await userEvent.click(canvas.getByRole('button', { name: 'Hang up' }));
    await expect(args.onHangUp).toHaveBeenCalledOnce();
  },
};

/** The keys work anywhere in the page, but not while somebody types. */
export const Keyboard: Story = {
  args: { muted: true, held: true },
  render: (args) => (
    <>
      <CallControls {...args} />
      <label>
        Chat box <input />
      </label>
    </>
  ),
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('Chat box'), 'hm');
    await expect(args.onMutedChange).not.toHaveBeenCalled();
    await expect(args.onHeldChange).not.toHaveBeenCalled();
    canvas.getByLabelText('Chat box').blur();
    await userEvent.keyboard('mh');
    await expect(args.onMutedChange).toHaveBeenLastCalledWith(false);
    await expect(args.onHeldChange).toHaveBeenLastCalledWith(false);
    await userEvent.keyboard('{Control>}{Shift>}E{/Shift}{/Control}');
    await expect(args.onHangUp).toHaveBeenCalledOnce();
  },
};

/** A customer is asked first, with the way back in focus. */
export const AsksFirst: Story = {
  ...Customer,
  play: async ({ args, canvas, userEvent }) => {
    const hangUp = canvas.getByRole('button', { name: 'Hang up' });
    await userEvent.click(hangUp);
    await expect(canvas.getByRole('button', { name: 'Stay on the call' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
    await expect(args.onHangUp).not.toHaveBeenCalled();
    await expect(hangUp).toHaveFocus();
    await userEvent.click(hangUp);
    const dialog = within(canvas.getByRole('dialog', { name: 'Hang up?' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Hang up' }));
    await expect(args.onHangUp).toHaveBeenCalledOnce();
  },
};

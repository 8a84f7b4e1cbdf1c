import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { AgentStatusPicker } from './agent-status-picker.tsx';

const meta = {
  title: 'Desk/AgentStatusPicker',
  component: AgentStatusPicker,
  args: { status: 'available', onStatusChange: fn() },
} satisfies Meta<typeof AgentStatusPicker>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Available: Story = {};
export const OnBreak: Story = { args: { status: 'break' } };
export const Offline: Story = { args: { status: 'offline' } };
export const OnCall: Story = { args: { status: 'on-call' } };
export const WrapUp: Story = { args: { status: 'wrap-up' } };
/** What is chosen during a call comes after it. */
export const BreakAfterThisCall: Story = {
  args: {
    status: 'on-call',
    detail: 'then lunch',
    defaultOpen: true,
    choices: [
      { id: 'available', status: 'available', label: 'Available after this call' },
      { id: 'lunch', status: 'break', label: 'Lunch after this call', chosen: true },
      { id: 'meeting', status: 'break', label: 'Meeting after this call' },
      { id: 'offline', status: 'offline', label: 'Offline after this call' },
    ],
  },
};
export const Opened: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button'));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onStatusChange).toHaveBeenCalledWith('break', 'break');
    await userEvent.click(canvas.getByRole('button'));
  },
};
export const Dark: Story = { ...Opened, globals: { theme: 'dark' } };

/** Opened, walked and left by keys; focus comes back to the button. */
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: /^Your status: Available/ });
    await userEvent.tab();
    await expect(button).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByRole('menuitemradio', { name: 'Available' })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect(canvas.getByRole('menuitemradio', { name: 'Offline' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Escape}');
    await expect(canvas.queryByRole('menu')).toBeNull();
    await expect(button).toHaveFocus();
    await expect(args.onStatusChange).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}{End}{Enter}');
    await expect(args.onStatusChange).toHaveBeenLastCalledWith('offline', 'offline');
    await expect(button).toHaveFocus();
  },
};
export const Pending: Story = { args: { pending: true } };
export const RightToLeft: Story = { args: { defaultOpen: true }, globals: { direction: 'rtl' } };

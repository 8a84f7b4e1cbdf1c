import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { Button } from '../button/button.tsx';
import { Dialog, type DialogProps } from './dialog.tsx';

const meta = {
  title: 'Foundations/Dialog',
  component: Dialog,
  args: {
    open: true,
    onClose: fn(),
    title: 'Leave the line?',
    description: 'You give up your place and nobody will call you back.',
    actions: (
      <>
        <Button>Keep waiting</Button>
        <Button variant="danger">Leave</Button>
      </>
    ),
  },
} satisfies Meta<typeof Dialog>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = {};
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

/** Escape, the cross and a press beside it ask to close; focus goes back to where it was. */
export const Closing: Story = {
  args: { open: false },
  render: (args) => <Opened {...args} />,
  play: async ({ args, canvas, userEvent }) => {
    const opener = canvas.getByRole('button', { name: 'Open' });
    for (const close of [pressEscape, pressCross, pressBeside]) {
      await userEvent.click(opener);
      const dialog = await canvas.findByRole('dialog', { name: 'Leave the line?' });
      await expect(dialog.contains(document.activeElement)).toBe(true);
      await close(dialog);
      await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
      await expect(opener).toHaveFocus();
    }
    await expect(args.onClose).toHaveBeenCalledTimes(3);
  },
};

/** Escape pressed twice closes a dialog whatever the page says: it asks its owner, and comes back. */
export const ClosedByTheBrowser: Story = {
  play: async ({ args, canvas }) => {
    const dialog = await canvas.findByRole<HTMLDialogElement>('dialog');
    dialog.close();
    await waitFor(() => expect(args.onClose).toHaveBeenCalledOnce());
    await waitFor(() => expect(dialog).toHaveAttribute('open'));
    await expect(dialog.contains(document.activeElement)).toBe(true);
  },
};

/** Left to itself it is open from the start, and closes by itself. */
export const LeftToItself: Story = {
  args: { open: undefined, defaultOpen: true },
  play: async ({ canvas, userEvent }) => {
    const dialog = await canvas.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
  },
};

/** What the browser does on Escape; key presses made by a script do not reach it. */
async function pressEscape(dialog: HTMLElement) {
  dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
}

async function pressCross(dialog: HTMLElement) {
  await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
}

async function pressBeside(dialog: HTMLElement) {
  await userEvent.click(dialog);
}

function Opened(props: DialogProps) {
  const [open, setOpen] = useState(props.open);
  const close = () => {
    props.onClose?.();
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <Dialog {...props} open={open} onClose={close} />
    </>
  );
}

import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { Button } from '../button/button.tsx';
import { Dialog } from './dialog.tsx';

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

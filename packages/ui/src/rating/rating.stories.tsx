import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { Rating } from './rating.tsx';

const meta = {
  title: 'Customer/Rating',
  component: Rating,
  args: { onSubmit: fn() },
} satisfies Meta<typeof Rating>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Open: Story = {};
export const Scored: Story = { args: { defaultValue: 4 } };
export const Failed: Story = {
  args: { defaultValue: 2, error: 'We could not send it. Your words are kept; try again.' },
};
export const Submitted: Story = { args: { submitted: true } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { args: { defaultValue: 5 }, globals: { theme: 'dark' } };

/** A score by key, words if one likes, and it is sent once. */
export const Answering: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.queryByRole('button', { name: 'Send' })).toBeNull();
    await userEvent.click(canvas.getByRole('radio', { name: '3 Fair' }));
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('radio', { name: '4 Good' })).toBeChecked();
    await userEvent.type(canvas.getByLabelText('Anything to add?'), ' Quick help. ');
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }));
    await expect(args.onSubmit).toHaveBeenLastCalledWith({
      score: 4,
      comment: 'Quick help.',
    });
  },
};
export const Sending: Story = { args: { defaultValue: 4, pending: true } };

/** By keys alone: arrows choose, Tab leads to the words and on to the button. */
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}{ArrowLeft}');
    await expect(canvas.getByRole('radio', { name: '2 Poor' })).toBeChecked();
    await userEvent.tab();
    await expect(canvas.getByLabelText('Anything to add?')).toHaveFocus();
    await userEvent.keyboard('Too long.');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSubmit).toHaveBeenLastCalledWith({ score: 2, comment: 'Too long.' });
  },
};

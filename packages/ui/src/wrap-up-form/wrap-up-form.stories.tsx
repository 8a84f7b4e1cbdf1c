import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { sampleOutcomes } from '../stories/sample-outcomes.ts';
import { WrapUpForm } from './wrap-up-form.tsx';

const meta = {
  title: 'Desk/WrapUpForm',
  component: WrapUpForm,
  args: {
    sinceMs: 0,
    nowMs: 42_000,
    outcomes: sampleOutcomes,
    saveState: 'saved',
    onValueChange: fn(),
    onFinish: fn(),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 312 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof WrapUpForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {};
export const Filled: Story = {
  args: { defaultValue: { disposition: 'follow-up', notes: 'Second parcel sent by express.' } },
};
/** Where no outcome is required, none is one of the choices. */
export const NoneRequired: Story = {
  args: { outcomeRequired: false },
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('radio', { name: 'No outcome' })).toBeChecked();
    await userEvent.click(canvas.getByRole('button', { name: 'Finish' }));
    await expect(args.onFinish).toHaveBeenLastCalledWith({ disposition: null, notes: '' });
  },
};
export const ManyAndLong: Story = {
  args: {
    outcomes: Array.from({ length: 30 }, (_, index) => ({
      id: `outcome-${index}`,
      label:
        index === 2
          ? 'Customer wants to be called back about the second parcel soon'
          : `Outcome ${index + 1}`,
    })),
  },
};
export const Missing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Finish' }));
    await expect(args.onFinish).not.toHaveBeenCalled();
    await expect(canvas.getByRole('alert')).toHaveTextContent('Choose how the call turned out.');
    await expect(canvas.getByRole('radio', { name: 'Resolved' })).toHaveFocus();
  },
};
/** Every change is told as it is typed; Finish hands over the whole. */
export const FillingIn: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Follow-up needed' }));
    await userEvent.type(canvas.getByLabelText('Notes'), 'Call her');
    const value = { disposition: 'follow-up', notes: 'Call her' };
    await expect(args.onValueChange).toHaveBeenLastCalledWith(value);
    await userEvent.click(canvas.getByRole('button', { name: 'Finish' }));
    await expect(args.onFinish).toHaveBeenLastCalledWith(value);
  },
};
export const NotesTooLong: Story = {
  args: { maxNotesLength: 4, defaultValue: { disposition: 'resolved', notes: 'Parcel' } },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Finish' }));
    await expect(args.onFinish).not.toHaveBeenCalled();
    await expect(canvas.getByLabelText('Notes')).toBeInvalid();
  },
};
export const RightToLeft: Story = { ...Filled, globals: { direction: 'rtl' } };
export const NotSaved: Story = { args: { saveState: 'failed' } };
export const Finishing: Story = {
  args: { pending: true, defaultValue: { disposition: 'resolved', notes: '' } },
};
export const Dark: Story = { ...Filled, globals: { theme: 'dark' } };

/** By keys alone: arrows choose, Tab leads to the notes and on to Finish. */
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowDown}');
    await expect(canvas.getByRole('radio', { name: 'Follow-up needed' })).toBeChecked();
    await userEvent.tab();
    await userEvent.keyboard('Call her');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const value = { disposition: 'follow-up', notes: 'Call her' };
    await expect(args.onFinish).toHaveBeenLastCalledWith(value);
  },
};

import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { WrapUpForm } from './wrap-up-form.tsx';

const meta = {
  title: 'Desk/WrapUpForm',
  component: WrapUpForm,
  args: {
    sinceMs: 0,
    nowMs: 42_000,
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
export const Missing: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Finish' }));
  },
};
export const NotSaved: Story = { args: { saveState: 'failed' } };
export const Finishing: Story = {
  args: { pending: true, defaultValue: { disposition: 'resolved', notes: '' } },
};
export const Dark: Story = { ...Filled, globals: { theme: 'dark' } };

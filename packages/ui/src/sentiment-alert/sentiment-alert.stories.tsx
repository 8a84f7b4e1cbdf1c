import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { SentimentAlert } from './sentiment-alert.tsx';

const meta = {
  title: 'Assist/SentimentAlert',
  component: SentimentAlert,
  args: {
    advice: 'Let them finish, name what went wrong in your own words, then say the next step.',
    score: -0.64,
    customerName: 'Maria',
    onDismiss: fn(),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 312 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof SentimentAlert>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Upset: Story = {};
export const VeryUpset: Story = { args: { score: -0.9, customerName: undefined } };
export const NotDismissible: Story = {
  render: (args) => <SentimentAlert {...args} onDismiss={undefined} />,
};
export const VeryLong: Story = {
  args: { customerName: 'Wolfeschlegelsteinhausenbergerdorff', advice: 'Slow down. '.repeat(20) },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** It is said politely, takes no focus, and can be put away. */
export const Dismissing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Maria sounds upset');
    await expect(document.body).toHaveFocus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onDismiss).toHaveBeenCalledOnce();
  },
};

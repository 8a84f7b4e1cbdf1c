import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { sampleCandidates } from '../stories/sample-customer.ts';
import { CustomerCandidates } from './customer-candidates.tsx';

const meta = {
  title: 'Desk/CustomerCandidates',
  component: CustomerCandidates,
  args: { candidates: sampleCandidates, onChoose: fn(), onFind: fn() },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 256 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CustomerCandidates>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Three: Story = {};
export const One: Story = { args: { candidates: sampleCandidates.slice(0, 1) } };
export const Pending: Story = { args: { pendingId: 'c-maria' } };
export const VeryLong: Story = {
  args: {
    candidates: sampleCandidates.map((candidate) => ({
      ...candidate,
      name: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maria',
      email: `${'very-long-'.repeat(6)}@example.org`,
    })),
  },
};
export const Keyboard: Story = {
  play: async ({ args, userEvent }) => {
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(args.onChoose).toHaveBeenCalledWith('c-mariah');
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

export const Choosing: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Mario Dos Santos/ }));
    await expect(args.onChoose).toHaveBeenLastCalledWith('c-mario');
    await userEvent.click(canvas.getByRole('button', { name: 'None of them' }));
    await expect(args.onFind).toHaveBeenCalledOnce();
  },
};
/** One choice is under way: no second one can be made. */
export const ChoosingTwice: Story = {
  ...Pending,
  play: async ({ canvas }) => {
    for (const button of canvas.getAllByRole('button')) await expect(button).toBeDisabled();
  },
};

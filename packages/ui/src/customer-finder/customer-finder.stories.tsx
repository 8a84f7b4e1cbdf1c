import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { sampleHits } from '../stories/sample-customer.ts';
import { CustomerFinder } from './customer-finder.tsx';

const meta = {
  title: 'Desk/CustomerFinder',
  component: CustomerFinder,
  args: {
    defaultQuery: 'santos',
    hits: sampleHits,
    total: 4,
    status: 'ready',
    onChoose: fn(),
    onMore: fn(),
    onRetry: fn(),
    onCreate: fn(),
    onCancel: fn(),
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 256 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CustomerFinder>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Found: Story = {};
export const MoreToShow: Story = { args: { total: 23 } };
export const Empty: Story = { args: { defaultQuery: '', hits: [], total: 0, status: 'idle' } };
export const TooShort: Story = { args: { defaultQuery: 's', hits: [], total: 0, status: 'idle' } };
export const Loading: Story = { args: { hits: [], total: 0, status: 'loading' } };
export const LoadingMore: Story = { args: { total: 23, status: 'loading' } };
export const Nobody: Story = { args: { defaultQuery: 'xyzzy', hits: [], total: 0 } };
export const Failed: Story = { args: { hits: [], total: 0, status: 'error' } };
export const Pending: Story = { args: { pendingId: 'c-maria' } };
export const VeryLong: Story = {
  args: {
    hits: sampleHits.map((hit) => ({
      ...hit,
      customer: {
        ...hit.customer,
        name: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh',
        email: `${'very-long-'.repeat(6)}@example.org`,
      },
    })),
  },
};
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const box = canvas.getByRole('combobox', { name: 'Find the customer' });
    await userEvent.click(box);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect(canvas.getByRole('option', { name: /Mariah/, selected: true })).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    await expect(args.onChoose).toHaveBeenCalledWith('c-mariah');
    await userEvent.keyboard('{Escape}');
    await expect(box).toHaveValue('');
    await userEvent.keyboard('{Escape}');
    await expect(args.onCancel).toHaveBeenCalledOnce();
  },
};
/** A record is linked that is the wrong one, and there is no better. */
export const Linked: Story = {
  args: { onNone: fn() },
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Nobody’s record' }));
    await expect(args.onNone).toHaveBeenCalledOnce();
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** The ways on from a list: more of it, a new record, another choice by mouse. */
export const GoingOn: Story = {
  ...MoreToShow,
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Show more' }));
    await expect(args.onMore).toHaveBeenCalledOnce();
    const box = canvas.getByRole('combobox');
    await userEvent.click(box);
    await userEvent.keyboard('{ArrowUp}');
    await expect(canvas.getByRole('option', { selected: true })).toHaveTextContent('Lee Ann');
    await userEvent.click(canvas.getByRole('option', { name: /Mario Dos/ }));
    await expect(args.onChoose).toHaveBeenLastCalledWith('c-mario');
    await userEvent.click(canvas.getByRole('button', { name: 'New customer' }));
    await expect(args.onCreate).toHaveBeenLastCalledWith('santos');
  },
};
export const TryingAgain: Story = {
  ...Failed,
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onRetry).toHaveBeenCalledOnce();
  },
};

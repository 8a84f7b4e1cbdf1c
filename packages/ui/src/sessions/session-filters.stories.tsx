import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentType } from 'react';
import { expect, fn } from 'storybook/test';
import { SessionFilters } from './session-filters.tsx';
import { noSessionFilters } from './session-filters-labels.ts';

const agents = [
  { id: 'a', name: 'Alex Agent' },
  { id: 'b', name: 'Priya Raghunathan' },
];

const queues = [
  { id: 'orders', name: 'Orders' },
  { id: 'billing', name: 'Billing' },
];
const outcomes = [
  { id: 'resolved', name: 'Resolved' },
  { id: 'escalated', name: 'Escalated' },
];

const meta = {
  title: 'History/SessionFilters',
  component: SessionFilters,
  args: {
    agents,
    outcomes,
    count: { value: 1000, isMore: true },
    searchKeys: '/',
    onValueChange: fn(),
    onLeaveSearch: fn(),
  },
} satisfies Meta<typeof SessionFilters>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Everything: Story = {};
export const OwnCalls: Story = { args: { agents: undefined, count: { value: 1, isMore: false } } };
export const SeveralQueues: Story = {
  args: { queues, defaultValue: { ...noSessionFilters, queue: 'billing' } },
};
export const CountUnknown: Story = { args: { count: null } };
export const Narrowed: Story = {
  args: {
    count: { value: 12, isMore: false },
    defaultValue: {
      ...noSessionFilters,
      query: 'not arrived',
      agent: 'b',
      period: 'days',
      from: '2026-11-01',
      to: '2026-11-23',
      outcome: 'escalated',
      rating: 2,
      sentiment: 'ends-negative',
      recorded: 'yes',
      order: '4521',
    },
  },
};
export const UnknownAgent: Story = {
  args: {
    defaultValue: { ...noSessionFilters, agent: 'gone' },
    count: { value: 0, isMore: false },
  },
};
export const VeryLong: Story = {
  args: {
    agents: [{ id: 'a', name: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh' }],
    defaultValue: { ...noSessionFilters, agent: 'a', query: 'refund '.repeat(28).trim() },
  },
};
export const NarrowNarrowed: Story = { ...Narrowed, decorators: [inWidth(358)] };
export const Dark: Story = { ...Narrowed, globals: { theme: 'dark' } };
export const HighContrast: Story = { ...Narrowed, globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { ...Narrowed, globals: { direction: 'rtl' } };

/** Where there is no room the filters wait behind a button that says how many are set. */
export const Narrow: Story = {
  decorators: [inWidth(358)],
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.queryByRole('combobox', { name: 'Outcome' })).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Filters' }));
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Outcome' }), 'Escalated');
    await expect(canvas.getByRole('button', { name: 'Filters (1)' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
  },
};

/** ↓ and Enter lead on from the search, and "Clear all" takes everything away. */
export const Searching: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const search = canvas.getByRole('searchbox', { name: 'Search what was said' });
    await userEvent.type(search, 'refund{ArrowDown}');
    await expect(args.onLeaveSearch).toHaveBeenCalledOnce();
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Rating' }), 'Rated 2 of 5');
    await expect(args.onValueChange).toHaveBeenLastCalledWith({
      ...noSessionFilters,
      query: 'refund',
      rating: 2,
    });
    await userEvent.click(canvas.getByRole('button', { name: 'Clear all' }));
    await expect(args.onValueChange).toHaveBeenLastCalledWith(noSessionFilters);
  },
};

function inWidth(inlineSize: number) {
  return (StoryOf: ComponentType) => (
    <div style={{ inlineSize }}>
      <StoryOf />
    </div>
  );
}

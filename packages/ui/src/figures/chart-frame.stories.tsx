import type { Meta, StoryObj } from '@storybook/react-vite';
import { EmptyState } from '../empty-state/empty-state.tsx';
import { ChartFrame } from './chart-frame.tsx';

const days = ['Mon 23', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27', 'Sat 28', 'Sun 29'];
const calls = [96, 88, 84, 79, 73, 22, 18];
const before = [90, 91, 80, 84, 70, 25, 20];

const meta = {
  title: 'Figures/ChartFrame',
  component: ChartFrame,
  args: {
    heading: 'Calls offered',
    about: 'By day, 23–29 November',
    series: [
      { id: 'now', name: 'This week', mark: 'line', colour: 1 },
      { id: 'before', name: 'The week before', mark: 'dashed', colour: 5 },
    ],
    table: {
      columns: ['Day', 'This week', 'The week before'],
      rows: days.map((day, index) => ({
        key: day,
        name: day,
        cells: [String(calls[index]), String(before[index])],
      })),
    },
    exportHref: '#export',
    children: (
      <svg viewBox="0 0 600 160" role="img" aria-label="Calls offered, by day">
        <path d={line(before)} fill="none" stroke="var(--aui-series-5)" strokeDasharray="5 4" />
        <path d={line(calls)} fill="none" stroke="var(--aui-series-1)" strokeWidth="2" />
      </svg>
    ),
  },
} satisfies Meta<typeof ChartFrame>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const AsTable: Story = { args: { defaultView: 'table' } };
export const Loading: Story = { args: { status: 'loading' } };
export const Updating: Story = { args: { status: 'updating' } };
export const Empty: Story = {
  args: {
    status: 'empty',
    empty: <EmptyState title="No calls in these days" description="Choose a longer period." />,
  },
};
export const ManySeries: Story = {
  args: {
    series: ([1, 2, 3, 4, 5] as const).map((colour) => ({
      ...{ id: String(colour), name: `Queue ${colour} of a very long name`, colour },
      mark: (['line', 'bar', 'area', 'dotted', 'dashed'] as const)[colour - 1] ?? 'line',
    })),
  },
};
export const Narrow: Story = { args: { style: { inlineSize: 358 } } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

function line(values: readonly number[]): string {
  return values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${10 + index * 96} ${150 - value * 1.4}`)
    .join('');
}

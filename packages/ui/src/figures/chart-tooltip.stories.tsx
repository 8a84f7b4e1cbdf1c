import type { Meta, StoryObj } from '@storybook/react-vite';
import { ChartTooltip } from './chart-tooltip.tsx';

const meta = {
  title: 'Figures/ChartTooltip',
  component: ChartTooltip,
  args: {
    heading: 'Monday 23 November',
    items: [
      { id: 'now', name: 'This week', value: '84 %', mark: 'line', colour: 1 },
      { id: 'before', name: 'The week before', value: '79 %', mark: 'dashed', colour: 5 },
    ],
    note: 'Of 96 calls',
    style: { inlineSize: 'max-content' },
  },
} satisfies Meta<typeof ChartTooltip>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Ready: Story = {};
export const VeryLong: Story = {
  args: {
    items: (['line', 'bar', 'area', 'dotted', 'dashed'] as const).map((mark, index) => ({
      ...{ id: mark, name: 'Featherstonehaugh-Wolfeschlegelsteinhausen', value: '1,234,567', mark },
      colour: ([1, 2, 3, 4, 5] as const)[index] ?? 1,
    })),
  },
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { sampleHours } from '../stories/sample-figures.ts';
import { HeatMap } from './heat-map.tsx';

const meta = {
  title: 'Figures/HeatMap',
  component: HeatMap,
  args: { name: 'Calls by hour', cells: sampleHours },
} satisfies Meta<typeof HeatMap>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Calls: Story = {};
export const OpeningHours: Story = { args: { hours: { first: 7, last: 20 } } };
export const Empty: Story = { args: { cells: [] } };
export const AllTheSame: Story = {
  args: { cells: sampleHours.map((cell) => ({ ...cell, value: 5, words: '5 calls', short: '5' })) },
};
export const Narrow: Story = { args: { style: { inlineSize: 326 } } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };

/** Arrow keys go from hour to hour; what each says stands below. */
export const ByKeyboard: Story = {
  play: async ({ canvas }) => {
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    const cell = canvas.getByRole('gridcell', { name: 'Tuesday 1:00: no calls' });
    await expect(cell).toHaveFocus();
    await expect(canvas.getByText('Tuesday 1:00: no calls')).toBeVisible();
  },
};

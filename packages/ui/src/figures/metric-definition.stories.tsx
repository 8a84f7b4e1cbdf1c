import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { MetricDefinition } from './metric-definition.tsx';

const meta = {
  title: 'Figures/MetricDefinition',
  component: MetricDefinition,
  args: {
    name: 'speed of answer',
    sentence: 'How long customers waited until an agent took their call, on average.',
    formula: 'waits of answered calls ÷ answered calls',
    worked: '1,221 s ÷ 37 calls = 0:33',
  },
} satisfies Meta<typeof MetricDefinition>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Closed: Story = {};
export const Open: Story = { args: { defaultOpen: true } };
export const OpenDark: Story = { ...Open, globals: { theme: 'dark' } };
export const HighContrast: Story = { ...Open, globals: { theme: 'high-contrast' } };
export const RightToLeft: Story = { ...Open, globals: { direction: 'rtl' } };

/** Near the edge of the window none of it is cut off. */
export const AtTheEdge: Story = {
  ...Open,
  play: async ({ canvas }) => {
    const panel = canvas.getByRole('region', { name: 'What is speed of answer?' });
    await expect(panel.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
    await expect(panel.getBoundingClientRect().right).toBeLessThanOrEqual(window.innerWidth);
  },
};

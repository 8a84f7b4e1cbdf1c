import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
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

const phone = { name: 'Phone', styles: { width: '390px', height: '844px' } };

/** On a phone none of it is beyond the screen, wherever its button is, and also after the screen was turned. */
export const OnPhone: Story = {
  globals: { viewport: { value: 'phone' } },
  parameters: { viewport: { options: { phone } } },
  decorators: [
    (Story) => (
      <div style={{ display: 'flex', justifyContent: 'space-between' }}>
        <Story />
        <Story />
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas, canvasElement, userEvent }) => {
    for (const button of canvas.getAllByRole('button')) {
      await userEvent.click(button);
      const panel = canvas.getByRole('region', { name: 'What is speed of answer?' });
      await expectWithin(panel);
      canvasElement.style.paddingInlineStart = '60px';
      window.dispatchEvent(new Event('resize'));
      await waitFor(() => expectWithin(panel));
      canvasElement.style.paddingInlineStart = '';
    }
  },
};

async function expectWithin(panel: HTMLElement): Promise<void> {
  const { left, right } = panel.getBoundingClientRect();
  await expect(left).toBeGreaterThanOrEqual(0);
  await expect(right).toBeLessThanOrEqual(document.documentElement.clientWidth);
}

import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { sampleItems } from '../stories/sample-items.ts';
import { supervisedItems } from '../stories/supervised-items.ts';
import { withScriptedCall } from '../stories/with-scripted-call.tsx';
import { Captions } from './captions.tsx';

const meta = {
  title: 'Call/Captions',
  component: Captions,
  args: {
    items: sampleItems,
    names: { customer: 'You', agent: 'Daniel' },
    onVisibleChange: fn(),
    onSizeChange: fn(),
  },
} satisfies Meta<typeof Captions>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Live: Story = {};
export const ScriptedCall: Story = {
  decorators: [withScriptedCall],
  parameters: { scriptStartAtMs: 24_000 },
};
export const Empty: Story = { args: { items: [] } };
export const WithASupervisor: Story = { args: { items: supervisedItems } };
export const Off: Story = { args: { defaultVisible: false } };
export const Largest: Story = { args: { defaultSize: 3 } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };

/** Size and on/off are in the reader's hands, up to the ends. */
export const Adjusting: Story = {
  play: async ({ args, canvas, userEvent }) => {
    const larger = canvas.getByRole('button', { name: 'Larger text' });
    const words = canvas.getByText(/in our Leeds depot/);
    const heightPx = () => Number.parseFloat(getComputedStyle(words).fontSize);
    const beforePx = heightPx();
    await userEvent.click(larger);
    await expect(args.onSizeChange).toHaveBeenLastCalledWith(2);
    await expect(heightPx()).toBeGreaterThan(beforePx);
    await userEvent.click(larger);
    await expect(larger).toBeDisabled();
    await userEvent.click(canvas.getByRole('button', { name: 'Turn captions off' }));
    await expect(args.onVisibleChange).toHaveBeenLastCalledWith(false);
    await expect(canvas.getByText('Captions are off.')).toBeVisible();
    await expect(canvas.queryByText(/in our Leeds depot/)).toBeNull();
    await userEvent.click(canvas.getByRole('button', { name: 'Turn captions on' }));
    await expect(canvas.getByText(/in our Leeds depot/)).toBeVisible();
  },
};
export const VeryLong: Story = {
  args: {
    items: [
      {
        kind: 'turn',
        key: 'long',
        speaker: 'agent',
        startMs: 0,
        segments: [
          {
            id: 'long',
            state: 'final',
            startMs: 0,
            endMs: 9_000,
            text: `https://example.org/${'track-and-trace-'.repeat(20)} `.repeat(3),
          },
        ],
      },
    ],
  },
};
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

/** By keys alone: smaller, larger, off and on again. */
export const Keyboard: Story = {
  play: async ({ args, canvas, userEvent }) => {
    await userEvent.tab();
    await expect(canvas.getByRole('button', { name: 'Smaller text' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSizeChange).toHaveBeenLastCalledWith(0);
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expect(args.onSizeChange).toHaveBeenLastCalledWith(1);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const on = canvas.getByRole('button', { name: 'Turn captions on' });
    await expect(on).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onVisibleChange).toHaveBeenLastCalledWith(true);
  },
};

import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { manyItems, sampleItems } from '../stories/sample-items.ts';
import { withScriptedCall } from '../stories/with-scripted-call.tsx';
import { Transcript } from './transcript.tsx';

const meta = {
  title: 'Call/Transcript',
  component: Transcript,
  args: { items: sampleItems, names: { customer: 'Maria Santos', agent: 'Daniel' }, onRetry: fn() },
  parameters: { layout: 'fullscreen' },
  decorators: [
    (Story) => (
      <div style={{ blockSize: 560, maxInlineSize: 760 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Transcript>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Live: Story = {};
export const ScriptedCall: Story = {
  decorators: [withScriptedCall],
  parameters: { scriptStartAtMs: 24_000 },
};
export const Empty: Story = { args: { items: [] } };
export const Loading: Story = { args: { items: [], status: 'loading' } };
export const Failed: Story = { args: { items: [], status: 'error' } };
export const SeenByTheCustomer: Story = { args: { ownSide: 'customer' } };
export const TenThousandTurns: Story = { args: { items: manyItems(10_000) } };
export const VeryLongWords: Story = {
  args: {
    names: {
      customer: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh de los Ángeles',
      agent: 'D',
    },
    items: [
      {
        kind: 'turn',
        key: 'long',
        speaker: 'customer',
        startMs: 4_000_000,
        segments: [
          {
            id: 'long',
            state: 'final',
            startMs: 4_000_000,
            endMs: 4_004_000,
            text: `https://example.org/${'track-and-trace-'.repeat(30)} is where I looked.`,
          },
        ],
      },
    ],
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };

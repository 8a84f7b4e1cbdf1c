import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { sampleNowMs } from '../stories/sample-customer.ts';
import {
  genericSuggestion,
  importantSuggestion,
  modelSuggestion,
  playbookSuggestion,
  writingSuggestion,
} from '../stories/sample-suggestions.ts';
import { SuggestionCard } from './suggestion-card.tsx';

const keys = { use: 'U', said: 'S', edit: 'E', dismiss: 'X', wrong: 'W', choose: '1' };

const meta = {
  title: 'Assist/SuggestionCard',
  component: SuggestionCard,
  args: {
    item: playbookSuggestion,
    keys,
    nowMs: sampleNowMs,
    onVerb: fn(),
    onEdited: fn(),
    onBack: fn(),
    style: { blockSize: 272 },
  },
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 312 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof SuggestionCard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Current: Story = {};
export const Waiting: Story = { args: { item: modelSuggestion, state: 'waiting' } };
export const Important: Story = { args: { item: importantSuggestion } };
export const Generic: Story = { args: { item: genericSuggestion } };
export const Writing: Story = { args: { item: writingSuggestion } };
export const Editing: Story = { args: { state: 'editing' } };
export const Pending: Story = { args: { pending: true } };
export const WithoutKeys: Story = { args: { keys: {} } };
export const VeryLong: Story = {
  args: {
    item: {
      ...playbookSuggestion,
      text: `${playbookSuggestion.text} `.repeat(5).trim(),
      reasoning: `${playbookSuggestion.reasoning} ${'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3)}`,
      source: { kind: 'playbook', name: 'Delivery delay of an order that was bought as a present' },
    },
  },
};
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const HighContrast: Story = { globals: { theme: 'high-contrast' } };
